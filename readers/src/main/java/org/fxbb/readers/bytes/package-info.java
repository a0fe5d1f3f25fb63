/** The bytes of a delivered file: compression told by magic numbers, sizes watched. */
@NullMarked
package org.fxbb.readers.bytes;

import org.jspecify.annotations.NullMarked;
