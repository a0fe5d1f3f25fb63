/** Keeps the partitions of the time series ready ahead of the data. */
@NullMarked
package org.fxbb.jobs.retain;

import org.jspecify.annotations.NullMarked;
