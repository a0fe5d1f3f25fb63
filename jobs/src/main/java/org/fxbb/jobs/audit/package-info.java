/** Seals the audit log, and reads what was archived of it. */
@NullMarked
package org.fxbb.jobs.audit;

import org.jspecify.annotations.NullMarked;
