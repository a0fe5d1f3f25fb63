package org.fxbb.reports.pack;

/**
 * The newest seal of the audit log when a pack was made. Printed, it proves later that nothing up
 * to it was changed or cut off.
 *
 * @param number of the seal, from 1
 * @param sha256 of the seal, 64 hexadecimal digits in lower case
 */
public record AuditSeal(long number, String sha256) {

  /** As {@code fxbb doctor --audit --seal} takes it: {@code <number>:<sha256>}. */
  @Override
  public String toString() {
    return number + ":" + sha256;
  }
}
