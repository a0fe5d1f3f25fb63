/** Which PostgreSQL the engine uses: the configured one, or its own under {@code fxbb.var}. */
@NullMarked
package org.fxbb.cron.database;

import org.jspecify.annotations.NullMarked;
