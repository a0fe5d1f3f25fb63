/** Tables as data: made once from a query, then drawn in a document and written to a workbook. */
@NullMarked
package org.fxbb.reports.table;

import org.jspecify.annotations.NullMarked;
