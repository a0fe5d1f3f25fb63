/**
 * What was planted is found, and nothing else: the whole chain against the simulator's answer key.
 */
@NullMarked
package org.fxbb.cron.truth;

import org.jspecify.annotations.NullMarked;
