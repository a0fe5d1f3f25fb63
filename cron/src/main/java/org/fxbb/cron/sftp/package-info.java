/** The SFTP server: who may come in, what they see, and what became of every file and refusal. */
@NullMarked
package org.fxbb.cron.sftp;

import org.jspecify.annotations.NullMarked;
