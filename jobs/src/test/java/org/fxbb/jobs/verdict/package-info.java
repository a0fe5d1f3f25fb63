/** Tests of {@link org.fxbb.jobs.verdict}. */
@NullMarked
package org.fxbb.jobs.verdict;

import org.jspecify.annotations.NullMarked;
