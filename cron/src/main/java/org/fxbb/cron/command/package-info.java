/** The commands of {@code fxbb}, one class each. */
@NullMarked
package org.fxbb.cron.command;

import org.jspecify.annotations.NullMarked;
