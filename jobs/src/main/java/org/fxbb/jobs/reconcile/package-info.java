/** Makes two witnesses of the same quantity face each other, rule by rule and month by month. */
@NullMarked
package org.fxbb.jobs.reconcile;

import org.jspecify.annotations.NullMarked;
