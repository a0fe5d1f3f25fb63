/** Tests of what becomes of queued files. */
@NullMarked
package org.fxbb.jobs.ingest;

import org.jspecify.annotations.NullMarked;
