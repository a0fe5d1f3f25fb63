/** What is to be said of the database: its health, side by side, and a checksum of its meaning. */
@NullMarked
package org.fxbb.cron.doctor;

import org.jspecify.annotations.NullMarked;
