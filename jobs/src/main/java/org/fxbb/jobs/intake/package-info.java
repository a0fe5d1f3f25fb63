/** The job {@code intake}: takes files out of the inboxes, has them loaded and answers. */
@NullMarked
package org.fxbb.jobs.intake;

import org.jspecify.annotations.NullMarked;
