/** The settings of the engine and the beans that every command shares. */
@NullMarked
package org.fxbb.cron.config;

import org.jspecify.annotations.NullMarked;
