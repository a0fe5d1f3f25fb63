/** Seals the audit log. */
@NullMarked
package org.fxbb.jobs.audit;

import org.jspecify.annotations.NullMarked;
