/** Tests of keeping, archiving and bringing back. */
@NullMarked
package org.fxbb.jobs.retain;

import org.jspecify.annotations.NullMarked;
