/** Copies of the whole database in one file, made with PostgreSQL's own program. */
@NullMarked
package org.fxbb.cron.backup;

import org.jspecify.annotations.NullMarked;
