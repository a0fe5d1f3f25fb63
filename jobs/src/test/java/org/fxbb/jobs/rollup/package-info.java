/** Tests of {@link org.fxbb.jobs.rollup}. */
@NullMarked
package org.fxbb.jobs.rollup;

import org.jspecify.annotations.NullMarked;
