package org.fxbb.cron.sftp;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** What the server will not do, in words that the client shows and the audit log keeps. */
final class Refusal extends SftpException {
  private static final long serialVersionUID = 1L;

  private Refusal(int status, String message) {
    super(status, message);
  }

  /** What the client is told. */
  String text() {
    return String.valueOf(getMessage());
  }

  /** Something that is there and may not be done. */
  static Refusal denied(String message) {
    return new Refusal(SftpConstants.SSH_FX_PERMISSION_DENIED, message);
  }

  /** Something that does not exist for this account, whether or not it does for others. */
  static Refusal absent(String message) {
    return new Refusal(SftpConstants.SSH_FX_NO_SUCH_FILE, message);
  }

  /** Something for which there is no room or no time now. */
  static Refusal full(String message) {
    return new Refusal(SftpConstants.SSH_FX_FAILURE, message);
  }
}
