/** What the database holds: its size, and a checksum of its meaning. */
@NullMarked
package org.fxbb.cron.doctor;

import org.jspecify.annotations.NullMarked;
