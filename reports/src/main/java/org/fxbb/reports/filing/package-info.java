/** R5, the filing and arrivals report. */
@NullMarked
package org.fxbb.reports.filing;

import org.jspecify.annotations.NullMarked;
