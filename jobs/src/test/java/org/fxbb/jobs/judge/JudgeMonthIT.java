package org.fxbb.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.nightly.RollupJob;
import org.fxbb.jobs.reconcile.Reconciliation;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** One month of six ISPs through the whole job, as a scheduler starts it. */
@TestInstance(Lifecycle.PER_CLASS)
final class JudgeMonthIT {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Clock AFTER_THE_DEADLINE =
      Clock.fixed(Instant.parse("2026-02-15T00:00:00Z"), ZoneOffset.UTC);
  private static final List<String> TABLES =
      List.of(
          "SELECT count(*) || ' ' || sum(hashtext(v::text)) FROM (SELECT * FROM sla_verdicts) v",
          "SELECT count(*) || ' ' || sum(hashtext(id::text || severity || status)) FROM sla_violations",
          "SELECT count(*) || ' ' || sum(hashtext(isp_id::text || compliance_tier || coalesce(overall_score, -1))) FROM compliance_scores",
          "SELECT count(*) || ' ' || sum(hashtext(s::text)) FROM availability_slots s",
          "SELECT count(*) || ' ' || sum(hashtext(v::text)) FROM qos_pop_day_values v",
          "SELECT count(*) || '' FROM rollup_dirty_marks");

  private final TestNation nation = new TestNation(DATABASE);
  private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
  private int run;

  /** What the application gives the jobs. */
  @Configuration(proxyBeanMethods = false)
  @EnableBatchProcessing
  @EnableJdbcJobRepository(
      dataSourceRef = "etlDataSource",
      transactionManagerRef = "transactionManager",
      tablePrefix = "batch.BATCH_",
      isolationLevelForCreate = Isolation.READ_COMMITTED)
  @Import({RollupJob.class, JudgeMonthJob.class, Reconciliation.class})
  static class Engine {
    @Bean
    javax.sql.DataSource etlDataSource() {
      return DATABASE.etl();
    }

    @Bean
    PlatformTransactionManager transactionManager(javax.sql.DataSource etlDataSource) {
      return new JdbcTransactionManager(etlDataSource);
    }

    @Bean
    NamedParameterJdbcTemplate jdbc(javax.sql.DataSource etlDataSource) {
      return new NamedParameterJdbcTemplate(etlDataSource);
    }

    @Bean
    Clock clock() {
      return AFTER_THE_DEADLINE;
    }

    @Bean
    Progress progress() {
      return Progress.none();
    }
  }

  @BeforeAll
  void judgeJanuary() {
    nation.partitions(LocalDate.of(2025, 12, 30), LocalDate.of(2026, 2, 1));
    onePopIsp("isp-0001", "GOOD", 31);
    onePopIsp("isp-0002", "SLOW", 31);
    nation.isp("isp-0003");
    onePopIsp("isp-0004", "GOOD", 8);
    onePopIsp("isp-0005", "GOOD", 31);
    nation.run(
        "UPDATE filing_feeds SET first_received_at = '2026-02-14T06:00:00Z' WHERE feed = 'pops' AND isp_id = (SELECT id FROM isps WHERE code = 'isp-0005')",
        Map.of());
    nation.run(
        "DELETE FROM filing_feeds WHERE feed = 'revenue' AND isp_id = (SELECT id FROM isps WHERE code = 'isp-0005')",
        Map.of());
    context = new AnnotationConfigApplicationContext(Engine.class);
    launch();
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private void launch() {
    try {
      var execution =
          context
              .getBean(JobOperator.class)
              .start(
                  context.getBean(JudgeMonthJob.NAME, Job.class),
                  new JobParametersBuilder()
                      .addString("period", "2026-01")
                      .addString("run", "test-" + ++run)
                      .toJobParameters());
      assertThat(execution.getAllFailureExceptions()).isEmpty();
      assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void onePopIsp(String code, String quality, int days) {
    long isp = nation.isp(code);
    long pop = nation.pop(isp, "pop-1", "3026", LocalDate.of(2025, 6, 1));
    long agent = nation.qosAgent(pop, LocalDate.of(2025, 6, 1));
    nation.snmpAgent(pop, LocalDate.of(2025, 6, 1));
    long up = nation.target(pop, "INTERNET", "iig-1");
    nation.target(pop, "DOWNSTREAM", "");
    for (int day = 0; day < days; day++) {
      nation.tests(pop, agent, FIRST.plusDays(day), 0, 96, quality);
      nation.polls(pop, up, FIRST.plusDays(day), 0, 96, 500_000_000, "UP");
    }
    nation.run(
        """
        INSERT INTO filing_feeds (isp_id, period, feed, state, late_days, first_received_at)
        SELECT :isp, DATE '2026-01-01', f, 'ON_TIME', 0, '2026-02-05T06:00:00Z' FROM unnest(ARRAY['packages', 'subscribers', 'pops', 'revenue']) f
        """,
        Map.of("isp", isp));
  }

  private List<String> verdicts(String isp) {
    return nation.texts(
        """
        SELECT parameter_code || ' ' || verdict || coalesce(' ' || nullif(reason, ''), '') || coalesce(' ' || severity, '')
        FROM sla_verdicts WHERE level = 'ISP' AND subject_key = '%s' ORDER BY parameter_code
        """
            .formatted(isp));
  }

  private String score(String isp) {
    return nation
        .texts(
            """
            SELECT coalesce(overall_score::text, 'none') || ' ' || compliance_tier || ' ' || coalesce(compliance_rank::text, 'none')
            FROM compliance_scores JOIN isps ON isps.id = isp_id WHERE code = '%s'
            """
                .formatted(isp))
        .get(0);
  }

  @Test
  void fullEvidenceAndNoViolationIsExactlyAHundred() {
    assertThat(verdicts("isp-0001")).hasSize(11).allMatch(v -> v.endsWith("MEETS"));
    assertThat(score("isp-0001")).isEqualTo("100.00 EXCELLENT 1");
  }

  @Test
  void aSlowIspBreachesWhatIsSlowAndNothingElse() {
    assertThat(verdicts("isp-0002"))
        .containsExactly(
            "AVAILABILITY MEETS",
            "DNS BREACHES MEDIUM",
            "DOWNLOAD_SPEED BREACHES CRITICAL",
            "HTTP_REACHABILITY MEETS",
            "JITTER MEETS",
            "LATENCY_INTERNATIONAL MEETS",
            "LATENCY_IX MEETS",
            "LATENCY_NATIONAL MEETS",
            "PACKET_LOSS MEETS",
            "UPLOAD_SPEED BREACHES CRITICAL",
            "UTILISATION MEETS");
    assertThat(score("isp-0002")).isEqualTo("65.00 NEEDS_IMPROVEMENT 3");
    assertThat(
            nation.texts(
                """
                SELECT v.parameter_code || ' ' || coalesce(p.code, 'isp') || ' ' || v.scored || ' ' || (v.parent_violation_id IS NOT NULL) || ' ' || v.legal_effect
                FROM sla_violations v JOIN isps i ON i.id = v.isp_id LEFT JOIN pops p ON p.id = v.pop_id
                WHERE i.code = 'isp-0002' ORDER BY v.parameter_code, p.code NULLS FIRST
                """))
        .containsExactly(
            "DNS isp true false INDICATIVE",
            "DNS pop-1 false true INDICATIVE",
            "DOWNLOAD_SPEED isp true false INDICATIVE",
            "DOWNLOAD_SPEED pop-1 false true INDICATIVE",
            "UPLOAD_SPEED isp true false INDICATIVE",
            "UPLOAD_SPEED pop-1 false true INDICATIVE");
  }

  @Test
  void anIspWithoutAgentsHasNoScore() {
    assertThat(verdicts("isp-0003")).hasSize(11).allMatch(v -> v.endsWith("NOT_MEASURED NO_AGENT"));
    assertThat(score("isp-0003")).isEqualTo("none NOT_MEASURED none");
    assertThat(
            nation.texts(
                """
                SELECT parameter_code || ' ' || severity FROM sla_violations v JOIN isps i ON i.id = v.isp_id
                WHERE i.code = 'isp-0003' ORDER BY 1
                """))
        .containsExactly(
            "FILING_PACKAGES HIGH",
            "FILING_POPS HIGH",
            "FILING_REVENUE HIGH",
            "FILING_SUBSCRIBERS HIGH");
  }

  @Test
  void eightDaysAreTooFewForAVerdictAndForAScore() {
    assertThat(verdicts("isp-0004"))
        .contains(
            "AVAILABILITY INSUFFICIENT_EVIDENCE FEW_DAYS",
            "DOWNLOAD_SPEED INSUFFICIENT_EVIDENCE FEW_DAYS");
    assertThat(score("isp-0004")).isEqualTo("none INSUFFICIENT_EVIDENCE none");
  }

  @Test
  void lateAndMissingFilingsDeduct() {
    assertThat(
            nation.texts(
                """
                SELECT parameter_code || ' ' || severity FROM sla_violations v JOIN isps i ON i.id = v.isp_id
                WHERE i.code = 'isp-0005' ORDER BY 1
                """))
        .containsExactly("FILING_POPS MEDIUM", "FILING_REVENUE HIGH");
    assertThat(score("isp-0005")).isEqualTo("85.00 GOOD 2");
  }

  @Test
  void judgingAgainChangesNothingAndKeepsWhatAPersonDecided() {
    nation.run(
        "UPDATE sla_violations SET status = 'NOTIFIED' WHERE parameter_code = 'DNS' AND pop_id IS NULL",
        Map.of());
    List<String> before = TABLES.stream().map(t -> nation.texts(t).get(0)).toList();

    launch();

    assertThat(TABLES.stream().map(t -> nation.texts(t).get(0)).toList()).isEqualTo(before);
    assertThat(nation.texts("SELECT count(*) || '' FROM sla_violations WHERE status = 'NOTIFIED'"))
        .containsExactly("1");
  }
}
