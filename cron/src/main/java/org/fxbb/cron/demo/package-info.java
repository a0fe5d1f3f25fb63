/** The whole chain on a made-up month, and what came of it. */
@NullMarked
package org.fxbb.cron.demo;

import org.jspecify.annotations.NullMarked;
