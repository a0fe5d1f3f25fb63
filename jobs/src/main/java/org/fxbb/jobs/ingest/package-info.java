/** Loads what was received: registry, filings and dumps, each in one merging transaction. */
@NullMarked
package org.fxbb.jobs.ingest;

import org.jspecify.annotations.NullMarked;
