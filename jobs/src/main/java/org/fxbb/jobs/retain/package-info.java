/** Keeps tables as long as their policy says: partitions ahead, old ones archived, and back. */
@NullMarked
package org.fxbb.jobs.retain;

import org.jspecify.annotations.NullMarked;
