/** Submissions of SNMP agents: interface polls and session polls. */
@NullMarked
package org.fxbb.readers.snmp;

import org.jspecify.annotations.NullMarked;
