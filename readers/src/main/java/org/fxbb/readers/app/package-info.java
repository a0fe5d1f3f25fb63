/** Dumps of the app of users and the app of field officers. */
@NullMarked
package org.fxbb.readers.app;

import org.jspecify.annotations.NullMarked;
