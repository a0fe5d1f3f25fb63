/** Tests of {@link org.fxbb.jobs.score}. */
@NullMarked
package org.fxbb.jobs.score;

import org.jspecify.annotations.NullMarked;
