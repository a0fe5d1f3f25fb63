/** Tests of the package of the same name. */
@NullMarked
package org.fxbb.reports.figure;

import org.jspecify.annotations.NullMarked;
