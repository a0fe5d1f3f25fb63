/** Tests of received files. */
@NullMarked
package org.fxbb.writers.file;

import org.jspecify.annotations.NullMarked;
