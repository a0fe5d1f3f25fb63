package org.fxbb.cron.sftp;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** What the server will not do, in words that the client shows and the audit log keeps. */
final class Refusal extends SftpException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String bangla;

  private Refusal(int status, String message, @Nullable String bangla) {
    super(status, message);
    this.bangla = bangla;
  }

  /** The same in Bangla, where it is for people and not for who tries what is not served. */
  @Nullable String bangla() {
    return bangla;
  }

  /** What the client is told. */
  String text() {
    return String.valueOf(getMessage());
  }

  /** Something that is there and may not be done. */
  static Refusal denied(String message) {
    return new Refusal(SftpConstants.SSH_FX_PERMISSION_DENIED, message, null);
  }

  /** Something that does not exist for this account, whether or not it does for others. */
  static Refusal absent(String message) {
    return new Refusal(SftpConstants.SSH_FX_NO_SUCH_FILE, message, null);
  }

  /**
   * Something for which there is no room or no time now. The protocol has no better code for it in
   * version 3, and clients of OpenSSH show the code only.
   */
  static Refusal full(String message, String bangla) {
    return new Refusal(SftpConstants.SSH_FX_FAILURE, message, bangla);
  }
}
