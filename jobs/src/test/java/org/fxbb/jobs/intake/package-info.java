/** The job {@code intake} on real files and a real database. */
@NullMarked
package org.fxbb.jobs.intake;

import org.jspecify.annotations.NullMarked;
