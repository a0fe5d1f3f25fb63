package org.fxbb.jobs.verdict;

/** Why a subject was not judged; the closed list of spec 5.4. */
public enum Reason {
  NONE,
  NO_AGENT,
  AGENT_SILENT,
  AGENT_FAULT,
  TARGET_DOWN,
  NO_REFERENCE,
  REFERENCE_NOT_REPRESENTATIVE,
  EXCLUDED,
  NOT_IN_POLICY,
  RULE_DID_NOT_RUN,
  FEW_TESTS,
  FEW_DAYS,
  LOW_COVERAGE,
  LOW_REPRESENTATION,
  BELOW_NOT_PROVEN;

  /** As stored: empty for {@link #NONE}. */
  public String code() {
    return this == NONE ? "" : name();
  }
}
