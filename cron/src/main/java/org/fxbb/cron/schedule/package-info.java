/** When jobs run by themselves, over which period, and what happens to runs that were missed. */
@NullMarked
package org.fxbb.cron.schedule;

import org.jspecify.annotations.NullMarked;
