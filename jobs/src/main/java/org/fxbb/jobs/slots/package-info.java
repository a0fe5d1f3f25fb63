/** Quarter hours of a PoP: their status, the outages they make and the values of a day. */
@NullMarked
package org.fxbb.jobs.slots;

import org.jspecify.annotations.NullMarked;
