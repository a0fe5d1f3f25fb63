/** Writes a made-up nation as a drop area, with faults whose consequences are known beforehand. */
@NullMarked
package org.fxbb.readers.simulate;

import org.jspecify.annotations.NullMarked;
