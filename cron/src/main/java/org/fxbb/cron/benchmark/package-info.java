/** The benchmark: the engine and what a user would pick instead, in turns on the same server. */
@NullMarked
package org.fxbb.cron.benchmark;

import org.jspecify.annotations.NullMarked;
