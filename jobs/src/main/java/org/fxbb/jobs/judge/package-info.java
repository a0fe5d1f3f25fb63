/** The job that judges one month. */
@NullMarked
package org.fxbb.jobs.judge;

import org.jspecify.annotations.NullMarked;
