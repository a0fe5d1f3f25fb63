/** Tests of the package of the same name. */
@NullMarked
package org.fxbb.reports.workbook;

import org.jspecify.annotations.NullMarked;
