/** Mail by SMTP. */
@NullMarked
package org.fxbb.jobs.mail;

import org.jspecify.annotations.NullMarked;
