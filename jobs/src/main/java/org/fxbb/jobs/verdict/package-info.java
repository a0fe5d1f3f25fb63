/** Verdicts of four kinds with the day-clustered interval. */
@NullMarked
package org.fxbb.jobs.verdict;

import org.jspecify.annotations.NullMarked;
