/** Violations that verdicts and filings lead to. */
@NullMarked
package org.fxbb.jobs.violation;

import org.jspecify.annotations.NullMarked;
