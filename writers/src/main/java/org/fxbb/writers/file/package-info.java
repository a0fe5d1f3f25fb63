/** Received files and what became of them. */
@NullMarked
package org.fxbb.writers.file;

import org.jspecify.annotations.NullMarked;
