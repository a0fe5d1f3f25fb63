/** Workbooks: every table behind a report, with real numbers and all rows. */
@NullMarked
package org.fxbb.reports.workbook;

import org.jspecify.annotations.NullMarked;
