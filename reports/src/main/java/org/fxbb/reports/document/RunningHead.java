package org.fxbb.reports.document;

/**
 * What stands on every page, and in the document's properties.
 *
 * @param reportCode code of the report, for example {@code R1}
 * @param title title of the document
 * @param period period in words, for example {@code January 2026}
 * @param policySet name of the policy set
 * @param status words that qualify every figure, such as {@code PROVISIONAL, INDICATIVE}; may be
 *     empty
 * @param subject what the document is about, one sentence, for its properties
 */
public record RunningHead(
    String reportCode,
    String title,
    String period,
    String policySet,
    String status,
    String subject) {}
