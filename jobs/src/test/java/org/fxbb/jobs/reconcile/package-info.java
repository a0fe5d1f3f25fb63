/** Tests of {@link org.fxbb.jobs.reconcile}. */
@NullMarked
package org.fxbb.jobs.reconcile;

import org.jspecify.annotations.NullMarked;
