/** R1, the national QoS report: tables, document and workbook of a month. */
@NullMarked
package org.fxbb.reports.national;

import org.jspecify.annotations.NullMarked;
