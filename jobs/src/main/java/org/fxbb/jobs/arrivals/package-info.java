/** Who should have sent what by when, who has not, and telling them. */
@NullMarked
package org.fxbb.jobs.arrivals;

import org.jspecify.annotations.NullMarked;
