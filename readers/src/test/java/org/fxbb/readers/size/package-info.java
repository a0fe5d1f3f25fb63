/** Deliveries of hostile sizes, read with a small heap. */
@NullMarked
package org.fxbb.readers.size;

import org.jspecify.annotations.NullMarked;
