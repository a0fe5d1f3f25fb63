/** Charts as vectors that can be read without colour. */
@NullMarked
package org.fxbb.reports.chart;

import org.jspecify.annotations.NullMarked;
