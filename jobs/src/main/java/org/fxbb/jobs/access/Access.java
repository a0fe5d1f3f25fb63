package org.fxbb.jobs.access;

import java.util.List;

/** The answer to: does this open that account at this instant. */
public sealed interface Access {

  /**
   * It does.
   *
   * @param account whose it is
   * @param scopes codes of permissions that an API key is limited to; empty = all of the owner
   */
  record Opened(Account account, List<String> scopes) implements Access {}

  /**
   * It does not.
   *
   * @param reason for the log of logins; whoever asked is told no more than that it was refused
   */
  record Refused(Reason reason) implements Access {}

  /** Why something does not open an account. */
  enum Reason {
    /** There is no such account, or nothing of this kind opens it. */
    UNKNOWN,
    /** Another password or key. */
    WRONG,
    /** Too many wrong passwords; also the right one is refused. */
    LOCKED,
    /** Its time has not come. */
    NOT_YET,
    /** Its time is over, or that of its grace. */
    EXPIRED,
    /** Somebody revoked it, or its owner. */
    REVOKED
  }
}
