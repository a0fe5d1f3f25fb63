/** Submissions of QoS agents: speed, ping, DNS, HTTP and traceroute tests. */
@NullMarked
package org.fxbb.readers.qos;

import org.jspecify.annotations.NullMarked;
