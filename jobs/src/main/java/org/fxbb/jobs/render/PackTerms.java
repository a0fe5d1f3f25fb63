package org.fxbb.jobs.render;

import java.time.Clock;
import org.fxbb.jobs.audit.AuditSealer;
import org.fxbb.jobs.ingest.FilingDeadline;
import org.fxbb.jobs.policy.Policies;
import org.fxbb.jobs.run.Period;
import org.fxbb.reports.pack.ReportPeriod;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * On what terms a pack is made: the policy set that judged the month, the time, and the audit seal
 * that it prints.
 *
 * <p><b>Lifecycle</b>: asking seals the audit log first, so the seal covers everything decided
 * before the pack.
 */
@Component
public class PackTerms {
  private final Policies policies;
  private final FilingDeadline deadline;
  private final AuditSealer sealer;
  private final Clock clock;

  PackTerms(NamedParameterJdbcTemplate etl, AuditSealer sealer, Clock clock) {
    this.policies = new Policies(etl);
    this.deadline = new FilingDeadline(etl);
    this.sealer = sealer;
    this.clock = clock;
  }

  ReportPeriod of(Period period) {
    return new ReportPeriod(
        period.month(),
        policies.inForce(period.first()).set(),
        clock.instant(),
        sealer.seal().orElse(null),
        deadline.of(period));
  }
}
