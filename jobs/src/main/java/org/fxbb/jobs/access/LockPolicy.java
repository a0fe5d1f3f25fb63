package org.fxbb.jobs.access;

import java.time.Duration;

/**
 * When wrong passwords lock an account.
 *
 * @param mostFailures wrong passwords in a row that lock it, at least 1
 * @param lockTime how long
 */
public record LockPolicy(int mostFailures, Duration lockTime) {

  /** Refuses a policy that would lock nobody, or everybody. */
  public LockPolicy {
    if (mostFailures < 1 || lockTime.isNegative() || lockTime.isZero()) {
      throw new IllegalArgumentException(
          "Cannot lock accounts by these settings: expected fxbb.access.most-failures of 1 or more and a positive fxbb.access.lock-time, found %d and %s."
              .formatted(mostFailures, lockTime));
    }
  }
}
