/** Keeps every received file by its content. */
@NullMarked
package org.fxbb.writers.archive;

import org.jspecify.annotations.NullMarked;
