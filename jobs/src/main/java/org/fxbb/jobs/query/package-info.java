/** The long statements of the jobs, kept as .sql files beside the class that runs them. */
@NullMarked
package org.fxbb.jobs.query;

import org.jspecify.annotations.NullMarked;
