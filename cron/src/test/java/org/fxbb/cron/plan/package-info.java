/** How the server runs our statements: which partitions they read, which indexes they use. */
@NullMarked
package org.fxbb.cron.plan;

import org.jspecify.annotations.NullMarked;
