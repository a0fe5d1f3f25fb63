/** Reminders on a real database and a real mail server. */
@NullMarked
package org.fxbb.jobs.remind;

import org.jspecify.annotations.NullMarked;
