/** Reads dumps of one JSON document per line, whatever the length of a line. */
@NullMarked
package org.fxbb.readers.json;

import org.jspecify.annotations.NullMarked;
