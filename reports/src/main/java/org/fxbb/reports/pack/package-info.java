/** What every report pack shares: its period, its view of the database, its way to the disk. */
@NullMarked
package org.fxbb.reports.pack;

import org.jspecify.annotations.NullMarked;
