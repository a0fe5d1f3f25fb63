package org.fxbb.jobs.mail;

/** A mail that was not taken by the server. Its message never holds an address. */
public final class MailFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean ofServer;

  MailFailure(String sentence, boolean ofServer, Exception cause) {
    super(sentence, cause);
    this.ofServer = ofServer;
  }

  /** Whether any other mail would fail as well: no connection, no login. */
  public boolean isOfServer() {
    return ofServer;
  }
}
