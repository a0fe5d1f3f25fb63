/** The job that brings one day up to date. */
@NullMarked
package org.fxbb.jobs.nightly;

import org.jspecify.annotations.NullMarked;
