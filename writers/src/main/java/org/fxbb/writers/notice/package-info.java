/** Notices and quarantined rows on their way into the database. */
@NullMarked
package org.fxbb.writers.notice;

import org.jspecify.annotations.NullMarked;
