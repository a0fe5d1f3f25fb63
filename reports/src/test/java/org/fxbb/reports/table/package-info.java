/** Tests of the package of the same name. */
@NullMarked
package org.fxbb.reports.table;

import org.jspecify.annotations.NullMarked;
