/** Rows of CSV feeds: staging, merge into registry and snapshots. */
@NullMarked
package org.fxbb.writers.feed;

import org.jspecify.annotations.NullMarked;
