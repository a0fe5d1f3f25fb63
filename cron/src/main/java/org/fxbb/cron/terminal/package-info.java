/** What people see while they wait. */
@NullMarked
package org.fxbb.cron.terminal;

import org.jspecify.annotations.NullMarked;
