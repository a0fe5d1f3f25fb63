package org.fxbb.jobs.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fxbb.jobs.arrivals.Filings.DEADLINE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.fxbb.jobs.ingest.FilingDeadline;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.violation.Violations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** States of filings and agents on both sides of each boundary. Source: spec 4.4, 4.10, 5.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArrivalsIT {
  private static final Period JANUARY = Period.ofMonth(YearMonth.of(2026, 1));
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MICRO = Duration.ofNanos(1_000);
  private static final Instant EARLY = Instant.parse("2026-02-05T06:00:00Z");
  private static final String HEARD = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String QUIET = "aaaaaaaa-0000-4000-8000-000000000002";
  private static final String NEVER = "aaaaaaaa-0000-4000-8000-000000000003";

  private final Filings filings = new Filings();

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private List<String> states(String isp, Instant now) {
    return new Arrivals(filings.jdbc, at(now))
        .of(JANUARY).feeds().stream()
            .filter(feed -> feed.isp().equals(isp))
            .map(
                feed ->
                    feed.feed()
                        + " "
                        + feed.state()
                        + (feed.overdue() ? " overdue" : "")
                        + (feed.daysLate() == null ? "" : " " + feed.daysLate()))
            .toList();
  }

  @BeforeAll
  void file() {
    for (int i = 1; i <= 6; i++) {
      filings.isp("isp-000" + i);
    }
    filings.run("UPDATE isps SET issue_date = DATE '2026-01-31' WHERE code = 'isp-0004'");
    filings.run("UPDATE isps SET issue_date = DATE '2026-02-01' WHERE code = 'isp-0005'");
    filings.run("UPDATE isps SET expiry_date = DATE '2025-12-31' WHERE code = 'isp-0006'");
    filings.accepted("isp-0001", "packages", false, DEADLINE.minus(MICRO));
    filings.accepted("isp-0001", "subscribers", true, EARLY);
    filings.file("FILING", "isp-0001", "subscribers", "REJECTED", "too_many_errors", DEADLINE);
    filings.accepted("isp-0001", "pops", false, DEADLINE);
    filings.file("FILING", "isp-0001", "revenue", "REJECTED", "missing_required_column", EARLY);
    filings.file("FILING", "isp-0001", "bandwidth", "WAITING", "the packages filing", EARLY);
    filings.accepted(
        "isp-0002", "packages", false, DEADLINE.plus(DAY.multipliedBy(3)).minus(MICRO));
    filings.accepted("isp-0002", "subscribers", false, DEADLINE.plus(DAY.multipliedBy(3)));
    filings.accepted("isp-0002", "pops", false, DEADLINE.plus(DAY.multipliedBy(10)).minus(MICRO));
    filings.accepted("isp-0002", "revenue", false, DEADLINE.plus(DAY.multipliedBy(10)));
    filings.file("TRY", "isp-0003", "packages", "ACCEPTED", null, EARLY);
  }

  @Test
  void eachFeedHasItsStateBeforeAndAfterTheDeadline() {
    assertThat(states("isp-0001", DEADLINE.minus(MICRO)))
        .containsExactly(
            "packages ACCEPTED",
            "subscribers WITH_ERRORS",
            "pops LATE 1",
            "revenue REJECTED",
            "bandwidth WAITING",
            "incidents NOT_FILED",
            "complaints NOT_FILED");
    assertThat(states("isp-0001", DEADLINE))
        .contains("subscribers WITH_ERRORS", "revenue REJECTED overdue 1", "bandwidth WAITING");
    assertThat(states("isp-0003", DEADLINE.minus(MICRO)))
        .startsWith("packages DUE", "subscribers DUE", "pops DUE", "revenue DUE");
    assertThat(states("isp-0003", DEADLINE.plus(DAY)))
        .startsWith("packages MISSING overdue 2", "subscribers MISSING overdue 2");
  }

  @Test
  void theNewestFileIsToldAndTrialsAreCounted() {
    List<FeedArrival> feeds = new Arrivals(filings.jdbc, at(DEADLINE)).of(JANUARY).feeds();

    FeedArrival subscribers = feeds.get(1);
    assertThat(subscribers.files()).isEqualTo(2);
    assertThat(subscribers.firstReceived()).isEqualTo(EARLY);
    assertThat(subscribers.lastReceived()).isEqualTo(DEADLINE);
    assertThat(subscribers.fileState()).isEqualTo("REJECTED");
    assertThat(subscribers.reason()).isEqualTo("too_many_errors");
    assertThat(subscribers.rejected()).isEqualTo(10);
    assertThat(feeds.stream().filter(f -> f.tries() > 0).map(f -> f.isp() + " " + f.state()))
        .containsExactly("isp-0003 MISSING");
  }

  @Test
  void onlyIspsWhoseLicenceWasInForceInTheMonthAreExpected() {
    assertThat(
            new Arrivals(filings.jdbc, at(DEADLINE))
                .of(JANUARY).feeds().stream().map(FeedArrival::isp).distinct())
        .containsExactly("isp-0001", "isp-0002", "isp-0003", "isp-0004");
  }

  @Test
  void whatIsLateOrMissingBecomesAViolationByItsDays() {
    FilingDeadline deadline = new FilingDeadline(filings.jdbc);
    Violations violations = new Violations(filings.jdbc, at(DEADLINE), deadline::of);
    new TransactionTemplate(new JdbcTransactionManager(filings.etl))
        .executeWithoutResult(
            status -> {
              deadline.refreshLateness(JANUARY);
              violations.detect(JANUARY);
            });

    assertThat(
            filings.texts(
                """
                SELECT i.code || ' ' || v.parameter_code || ' ' || v.severity FROM sla_violations v JOIN isps i ON i.id = v.isp_id
                WHERE i.code <= 'isp-0003' AND v.violation_type = 'REPORTING' ORDER BY 1
                """))
        .containsExactly(
            "isp-0001 FILING_POPS LOW",
            "isp-0001 FILING_REVENUE HIGH",
            "isp-0002 FILING_PACKAGES LOW",
            "isp-0002 FILING_POPS MEDIUM",
            "isp-0002 FILING_REVENUE HIGH",
            "isp-0002 FILING_SUBSCRIBERS MEDIUM",
            "isp-0003 FILING_PACKAGES HIGH",
            "isp-0003 FILING_POPS HIGH",
            "isp-0003 FILING_REVENUE HIGH",
            "isp-0003 FILING_SUBSCRIBERS HIGH");
    assertThat(
            filings.texts(
                "SELECT state || ' ' || late_days FROM filing_feeds ORDER BY first_received_at, feed"))
        .containsExactly(
            "ON_TIME 0", "ON_TIME 0", "LATE 1", "LATE 3", "LATE 4", "LATE 10", "LATE 11");
  }

  @Test
  void anAgentIsSilentAfterMoreThanTwoWholeWindowsAndItsAlertFollows() {
    Instant now = Instant.parse("2026-02-01T12:00:00Z");
    filings.agent(HEARD, "isp-0001", now.minusSeconds(45 * 60).plus(MICRO));
    filings.agent(QUIET, "isp-0001", now.minusSeconds(45 * 60));
    filings.agent(NEVER, "isp-0002", null);
    Arrivals arrivals = new Arrivals(filings.jdbc, at(now));

    assertThat(arrivals.listSilentAgents())
        .extracting(SilentAgent::agent)
        .containsExactly(NEVER, QUIET);
    assertThat(arrivals.listSilentAgents().get(0).lastSeen()).isNull();

    filings.run(
        "INSERT INTO intake_uptime VALUES ('2026-02-01T11:15:00.000001Z', '2026-02-01T12:00:00Z')");
    assertThat(new AgentWatch(filings.jdbc, at(now)).watch())
        .as("intake itself does not listen for three windows yet")
        .isZero();
    filings.run("UPDATE intake_uptime SET alive_from = '2026-02-01T11:15:00Z'");
    assertThat(new AgentWatch(filings.jdbc, at(now)).watch()).isEqualTo(2);
    assertThat(new AgentWatch(filings.jdbc, at(now)).watch())
        .as("one open alert per agent")
        .isZero();

    filings.run("UPDATE software_agents SET last_seen_at = '2026-02-01T12:00:00Z'");
    new AgentWatch(filings.jdbc, at(now.plusSeconds(300))).watch();
    assertThat(filings.texts("SELECT DISTINCT state FROM alerts")).containsExactly("RESOLVED");
    assertThat(new AgentWatch(filings.jdbc, at(now.plusSeconds(59 * 60 + 59))).watch())
        .as("all are silent again, two of them within the cool-down")
        .isOne();
    assertThat(new AgentWatch(filings.jdbc, at(now.plusSeconds(60 * 60))).watch()).isEqualTo(2);
    filings.run("DELETE FROM alerts");
    filings.run("DELETE FROM intake_uptime");
    filings.run("DELETE FROM software_agents");
  }
}
