/** The command line, the schedules, the configuration and the embedded database. */
@NullMarked
package org.fxbb.cron;

import org.jspecify.annotations.NullMarked;
