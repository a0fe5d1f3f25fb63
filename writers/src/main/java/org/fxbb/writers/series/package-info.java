/** Submissions of agents and their time series: staging and merge. */
@NullMarked
package org.fxbb.writers.series;

import org.jspecify.annotations.NullMarked;
