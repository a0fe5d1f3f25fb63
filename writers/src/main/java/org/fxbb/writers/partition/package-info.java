/** Partitions beyond their retention: into compressed files, out of the database, and back. */
@NullMarked
package org.fxbb.writers.partition;

import org.jspecify.annotations.NullMarked;
