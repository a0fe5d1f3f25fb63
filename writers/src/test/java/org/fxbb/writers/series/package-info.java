/** Tests of {@link org.fxbb.writers.series}. */
@NullMarked
package org.fxbb.writers.series;

import org.jspecify.annotations.NullMarked;
