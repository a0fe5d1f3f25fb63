/** Tests of {@link org.fxbb.writers.answer}. */
@NullMarked
package org.fxbb.writers.answer;

import org.jspecify.annotations.NullMarked;
