/** Reports of the apps: staging and merge. */
@NullMarked
package org.fxbb.writers.app;

import org.jspecify.annotations.NullMarked;
