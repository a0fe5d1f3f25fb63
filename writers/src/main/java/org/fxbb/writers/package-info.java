/** Writes what was read: COPY loading, merge, quarantine, provenance, answers, archive. */
@NullMarked
package org.fxbb.writers;

import org.jspecify.annotations.NullMarked;
