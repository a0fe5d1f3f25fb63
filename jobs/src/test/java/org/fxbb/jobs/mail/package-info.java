/** Tests of mail. */
@NullMarked
package org.fxbb.jobs.mail;

import org.jspecify.annotations.NullMarked;
