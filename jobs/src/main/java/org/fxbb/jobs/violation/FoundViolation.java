package org.fxbb.jobs.violation;

import java.util.Locale;
import java.util.UUID;
import org.fxbb.jobs.run.NameUuid;
import org.jspecify.annotations.Nullable;

/**
 * A violation that judging found.
 *
 * @param ispId whose it is
 * @param isp code of the ISP
 * @param popId null where it is the ISP's own
 * @param pop code of the PoP, null where it is the ISP's own
 * @param parameter parameter code, {@code FILING_<FEED>} or {@code MEASUREMENT_ACCESS}
 * @param severity LOW, MEDIUM, HIGH or CRITICAL
 * @param reporting REPORTING, else SERVICE
 * @param child whether it stands under the violation of its ISP
 * @param expected of REPORTING violations
 * @param actual of REPORTING violations; null where a filing is missing
 */
record FoundViolation(
    long ispId,
    String isp,
    @Nullable Long popId,
    @Nullable String pop,
    String parameter,
    String severity,
    boolean reporting,
    boolean child,
    @Nullable Double expected,
    @Nullable Double actual) {

  /** UUIDv5 of {@code <isp>/<parameter or REPORTING:feed>/<period>[/<pop>]}. */
  UUID id(String period) {
    String own = ispKey(period);
    return NameUuid.of(pop == null ? own : own + "/" + pop);
  }

  @Nullable UUID parentId(String period) {
    return child ? NameUuid.of(ispKey(period)) : null;
  }

  private String ispKey(String period) {
    String name =
        reporting
            ? "REPORTING:" + parameter.replaceFirst("^FILING_", "").toLowerCase(Locale.ROOT)
            : parameter;
    return isp + "/" + name + "/" + period;
  }
}
