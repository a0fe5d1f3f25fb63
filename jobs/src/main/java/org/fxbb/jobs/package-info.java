/** Spring Batch jobs: intake, ingest, roll-up, judgement, rendering. */
@NullMarked
package org.fxbb.jobs;

import org.jspecify.annotations.NullMarked;
