/** Tests of the encrypted secrets. */
@NullMarked
package org.fxbb.jobs.secret;

import org.jspecify.annotations.NullMarked;
