/** R2, the scorecard of each licensed ISP, in English and Bangla. */
@NullMarked
package org.fxbb.reports.scorecard;

import org.jspecify.annotations.NullMarked;
