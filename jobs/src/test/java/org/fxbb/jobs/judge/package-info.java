/** A small nation made by hand, and tests of the job that judges it. */
@NullMarked
package org.fxbb.jobs.judge;

import org.jspecify.annotations.NullMarked;
