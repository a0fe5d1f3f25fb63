package org.fxbb.readers.bytes;

import java.io.IOException;
import org.fxbb.readers.notice.FileNotice;

/**
 * Thrown by streams over delivered bytes where these cannot be read on. It is about the data, not
 * about the environment, and readers turn it into its notice.
 */
public final class RefusedContentException extends IOException {

  private static final long serialVersionUID = 1;

  private final transient FileNotice notice;

  /** Wraps the reason. */
  public RefusedContentException(FileNotice notice) {
    super(notice.code());
    this.notice = notice;
  }

  /** Why the bytes cannot be read on. */
  public FileNotice notice() {
    return notice;
  }
}
