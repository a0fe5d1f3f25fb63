/** Figures, workbooks and documents made from the schema alone. */
@NullMarked
package org.fxbb.reports;

import org.jspecify.annotations.NullMarked;
