/** What a job and whoever starts it agree on: parameters, periods in Dhaka, and progress. */
@NullMarked
package org.fxbb.jobs.run;

import org.jspecify.annotations.NullMarked;
