/** Reads CSV files as offices really write them, row by row in bounded memory. */
@NullMarked
package org.fxbb.readers.csv;

import org.jspecify.annotations.NullMarked;
