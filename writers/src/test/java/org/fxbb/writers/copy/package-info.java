/** Tests of {@link org.fxbb.writers.copy}. */
@NullMarked
package org.fxbb.writers.copy;

import org.jspecify.annotations.NullMarked;
