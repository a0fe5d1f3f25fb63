package org.fxbb.jobs.score;

import org.fxbb.jobs.verdict.Severity;

/**
 * A violation that may deduct.
 *
 * @param parameter its code
 * @param severity how bad
 * @param ofPop a PoP's, else the ISP's own
 * @param weight of the PoP in its ISP's verdict
 * @param waived counts nothing
 * @param confirmed CONFIRMED
 */
public record Breach(
    String parameter,
    Severity severity,
    boolean ofPop,
    double weight,
    boolean waived,
    boolean confirmed) {}
