/** Roll-ups of raw rows that follow late data through dirty marks. */
@NullMarked
package org.fxbb.jobs.rollup;

import org.jspecify.annotations.NullMarked;
