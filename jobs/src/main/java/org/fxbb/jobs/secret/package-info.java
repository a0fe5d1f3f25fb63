/** Secrets that the engine must know in clear, such as SNMP communities: encrypted at rest. */
@NullMarked
package org.fxbb.jobs.secret;

import org.jspecify.annotations.NullMarked;
