/** The checks of one file without a database. */
@NullMarked
package org.fxbb.cron.validate;

import org.jspecify.annotations.NullMarked;
