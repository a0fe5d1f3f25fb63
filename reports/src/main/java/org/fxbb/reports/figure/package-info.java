/** Printed numbers: each has an id, a unit, and is rounded exactly once. */
@NullMarked
package org.fxbb.reports.figure;

import org.jspecify.annotations.NullMarked;
