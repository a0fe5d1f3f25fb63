/** Fetching files from the SFTP server of somebody else. */
@NullMarked
package org.fxbb.cron.pull;

import org.jspecify.annotations.NullMarked;
