/** Whole packs rendered from a small database. */
@NullMarked
package org.fxbb.reports;

import org.jspecify.annotations.NullMarked;
