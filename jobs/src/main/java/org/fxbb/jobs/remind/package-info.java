/** Reminds ISPs of filings that are due. */
@NullMarked
package org.fxbb.jobs.remind;

import org.jspecify.annotations.NullMarked;
