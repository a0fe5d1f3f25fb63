/** Scores, tiers and ranks of ISPs. */
@NullMarked
package org.fxbb.jobs.score;

import org.jspecify.annotations.NullMarked;
