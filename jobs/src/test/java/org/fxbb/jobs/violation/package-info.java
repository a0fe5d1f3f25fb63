/** Tests of {@link org.fxbb.jobs.violation}. */
@NullMarked
package org.fxbb.jobs.violation;

import org.jspecify.annotations.NullMarked;
