/** Tests of {@link org.fxbb.jobs.slots}. */
@NullMarked
package org.fxbb.jobs.slots;

import org.jspecify.annotations.NullMarked;
