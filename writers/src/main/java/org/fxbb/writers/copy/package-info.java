/** Binary COPY: the fastest way of rows into PostgreSQL. */
@NullMarked
package org.fxbb.writers.copy;

import org.jspecify.annotations.NullMarked;
