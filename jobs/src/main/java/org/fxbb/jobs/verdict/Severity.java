package org.fxbb.jobs.verdict;

/** How bad a breach is, ascending; LOW is any breach (spec 5.5). */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
