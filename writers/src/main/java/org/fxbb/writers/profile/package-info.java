/** Where the time of a piece of work went, in words an operator reads. */
@NullMarked
package org.fxbb.writers.profile;

import org.jspecify.annotations.NullMarked;
