package org.fxbb.jobs.score;

/**
 * The score of an ISP and month; NaN where there is none.
 *
 * @param ispId whose it is
 * @param overall 0 to 100; NaN where evidence is missing: never 100, never 0
 * @param speed category score, 0 to 100
 * @param latency category score, 0 to 100
 * @param availability category score, 0 to 100
 * @param reporting category score, 0 to 100
 * @param tier code of the tier
 * @param judgedWeight percent of the parameter weight that was judged
 * @param represented percent of subscribers
 * @param serviceDeduction points
 * @param reportingDeduction points
 */
public record Score(
    long ispId,
    double overall,
    double speed,
    double latency,
    double availability,
    double reporting,
    String tier,
    double judgedWeight,
    double represented,
    double serviceDeduction,
    double reportingDeduction) {}
