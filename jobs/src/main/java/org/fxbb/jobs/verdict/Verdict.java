package org.fxbb.jobs.verdict;

/** The four judgements; MEETS reads "not shown to breach" (spec 5.0, 5.4). */
public enum Verdict {
  MEETS,
  BREACHES,
  INSUFFICIENT_EVIDENCE,
  NOT_MEASURED
}
