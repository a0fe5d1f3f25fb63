/** Who should have sent what by when, on a real database. */
@NullMarked
package org.fxbb.jobs.arrivals;

import org.jspecify.annotations.NullMarked;
