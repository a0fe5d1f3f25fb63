package org.fxbb.cron.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.PeriodLocks.PeriodLock;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunOutcome.State;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine on a configured database, and what launching a job promises. */
final class EngineIT {
  @TempDir private Path folder = Path.of("");
  private final TestDatabase database = TestDatabase.create();
  private final AtomicInteger attempts = new AtomicInteger();
  private Engine engine;
  private JobRuns runs;

  private static EngineOptions options(Path config) {
    return new EngineOptions(
        Instant.parse("2026-02-01T00:00:00Z"),
        null,
        config,
        false,
        EngineOptions.Migrate.AS_CONFIGURED,
        false,
        Progress.none(),
        "test's");
  }

  private static Path settings(Path folder, TestDatabase database, String more) throws IOException {
    return Files.writeString(
        folder.resolve("settings.properties"),
        """
        spring.datasource.url=%s
        spring.datasource.username=fxbb
        spring.datasource.password=test
        fxbb.var=%s
        %s
        """
            .formatted(database.url(), folder.resolve("var"), more));
  }

  @BeforeEach
  void start() throws IOException {
    JdbcClient superuser = JdbcClient.create(database.superuser());
    String name = superuser.sql("SELECT current_database()").query(String.class).single();
    superuser.sql("ALTER DATABASE " + name + " SET synchronous_commit = on").update();
    engine = Engine.start(options(settings(folder, database, "")));
    PlatformTransactionManager transactions = engine.get(PlatformTransactionManager.class);
    JobRepository repository = engine.get(JobRepository.class);
    Job failsOnce =
        new JobBuilder("fails-once", repository)
            .start(
                new StepBuilder("try", repository)
                    .tasklet(
                        (contribution, context) -> {
                          if (attempts.incrementAndGet() == 1) {
                            throw new IllegalStateException("Cannot do it the first time.");
                          }
                          return RepeatStatus.FINISHED;
                        },
                        transactions)
                    .build())
            .build();
    Job another =
        new JobBuilder("another", repository)
            .start(flow(repository, transactions, () -> {}))
            .end()
            .build();
    Job flowFailsOnce =
        new JobBuilder("flow-fails-once", repository)
            .start(
                flow(
                    repository,
                    transactions,
                    () -> {
                      if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("Cannot do it the first time.");
                      }
                    }))
            .end()
            .build();
    runs =
        new JobRuns(
            List.of(failsOnce, flowFailsOnce, another),
            engine.get(JobOperator.class),
            repository,
            locks());
  }

  /** A flow with a transition for success only, as those of the engine are. */
  private static Flow flow(
      JobRepository repository, PlatformTransactionManager transactions, Runnable work) {
    return new FlowBuilder<Flow>("flow")
        .start(
            new StepBuilder("try", repository)
                .tasklet(
                    (contribution, context) -> {
                      work.run();
                      return RepeatStatus.FINISHED;
                    },
                    transactions)
                .build())
        .on("COMPLETED")
        .end()
        .build();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private PeriodLocks locks() {
    return engine.get(PeriodLocks.class);
  }

  private RunOutcome run(String period) {
    return runs.run("fails-once", period, "1", Map.of());
  }

  @Test
  void poolsActAsRolesWithFewRightsInDhakaTime() {
    for (String role : List.of("etl", "report")) {
      JdbcClient jdbc = JdbcClient.create(engine.get(role + "DataSource", DataSource.class));
      assertThat(jdbc.sql("SELECT current_user").query(String.class).single())
          .isEqualTo("fxbb_" + role);
      assertThat(jdbc.sql("SHOW fxbb.actor").query(String.class).single()).isEqualTo("test's");
      assertThat(jdbc.sql("SHOW TIME ZONE").query(String.class).single()).isEqualTo("Asia/Dhaka");
    }
    assertThat(engine.get(Folders.class).dropArea()).isEqualTo(folder.resolve("var/drop"));
  }

  @Test
  void whatBatchNotesDoesNotWaitForTheDiskAndWhatStepsWriteDoes() {
    JdbcClient superuser = JdbcClient.create(database.superuser());
    for (String statement :
        List.of(
            "CREATE TABLE noted (waits text)",
            "GRANT INSERT ON noted TO PUBLIC",
            "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.noted VALUES (current_setting(''synchronous_commit'')); RETURN NULL; END'",
            "CREATE TRIGGER note AFTER INSERT ON batch.batch_job_instance FOR EACH ROW EXECUTE FUNCTION note()")) {
      superuser.sql(statement).update();
    }

    runs.run("another", "2026-01", "1", Map.of());

    assertThat(superuser.sql("SELECT waits FROM noted").query(String.class).single())
        .isEqualTo("off");
    DataSource etl = engine.get("etlDataSource", DataSource.class);
    String waits =
        new TransactionTemplate(engine.get(PlatformTransactionManager.class))
            .execute(
                status ->
                    JdbcClient.create(etl)
                        .sql("SHOW synchronous_commit")
                        .query(String.class)
                        .single());
    assertThat(waits).isEqualTo("on");
  }

  @Test
  void aFailedRunGoesOnAndACompletedOneIsAlreadyDone() {
    RunOutcome first = run("2026-01");
    assertThat(first.state()).isEqualTo(State.FAILED);
    assertThat(first.failures().get(0)).hasMessageContaining("Cannot do it the first time.");
    assertThat(run("2026-01").state()).isEqualTo(State.DONE);
    assertThat(run("2026-01").state()).isEqualTo(State.ALREADY_DONE);
    assertThat(runs.completedPeriods("fails-once")).containsExactly("2026-01");
    assertThat(runs.nextRun("fails-once")).isEqualTo("2");
  }

  @Test
  void aFlowThatFailedGoesOnAlthoughAnotherRanMeanwhile() {
    assertThat(runs.run("flow-fails-once", "2026-01", "1", Map.of()).state())
        .isEqualTo(State.FAILED);
    assertThat(runs.run("another", "2026-01", "1", Map.of()).state()).isEqualTo(State.DONE);

    assertThat(runs.run("flow-fails-once", "2026-01", "1", Map.of()).state()).isEqualTo(State.DONE);
    assertThat(attempts).as("the step that failed ran again").hasValue(2);
  }

  @Test
  void aRunWhoseEndNobodyCouldRecordGoesOn() {
    assertThat(run("2026-01").state()).isEqualTo(State.FAILED);
    JdbcClient jdbc = JdbcClient.create(engine.get("etlDataSource", DataSource.class));
    jdbc.sql("UPDATE batch.batch_step_execution SET status = 'UNKNOWN'").update();
    jdbc.sql("UPDATE batch.batch_job_execution SET status = 'UNKNOWN'").update();

    assertThat(run("2026-01").state()).isEqualTo(State.DONE);
  }

  @Test
  void twoProcessesNeverRunTheSamePeriod() {
    attempts.set(1);
    try (PeriodLock elsewhere = locks().tryLock("fails-once", "2026-01").orElseThrow()) {
      assertThat(elsewhere).isNotNull();
      assertThat(run("2026-01").state()).isEqualTo(State.RUNNING_ELSEWHERE);
      assertThat(run("2026-02").state()).isEqualTo(State.DONE);
    }
    assertThat(run("2026-01").state()).isEqualTo(State.DONE);
  }

  @Test
  void whatADeadProcessLeftIsRecoveredAndWhatALiveOneRunsIsLeftAlone() {
    attempts.set(1);
    JobExecution dead = leaveStarted("2026-01");
    JobExecution alive = leaveStarted("2026-02");
    try (PeriodLock process = locks().tryLock("fails-once", "2026-02").orElseThrow()) {
      assertThat(process).isNotNull();
      assertThat(runs.recoverAll()).containsExactly("fails-once 2026-01");
    }
    assertThat(statusOf(dead)).isEqualTo(BatchStatus.FAILED);
    assertThat(statusOf(alive)).isEqualTo(BatchStatus.STARTED);
    assertThat(run("2026-01").state()).isEqualTo(State.DONE);
    assertThat(run("2026-02").state())
        .as("with the lock in hand, a launch knows that the process is dead")
        .isEqualTo(State.DONE);
  }

  private JobExecution leaveStarted(String period) {
    JobRepository repository = engine.get(JobRepository.class);
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("period", period)
            .addString("run", "1")
            .toJobParameters();
    JobExecution execution =
        repository.createJobExecution(
            repository.createJobInstance("fails-once", parameters),
            parameters,
            new ExecutionContext());
    execution.setStatus(BatchStatus.STARTED);
    execution.setStartTime(LocalDateTime.of(2026, 2, 1, 1, 0));
    repository.update(execution);
    return execution;
  }

  private BatchStatus statusOf(JobExecution execution) {
    return Objects.requireNonNull(
            engine.get(JobRepository.class).getJobExecution(execution.getId()))
        .getStatus();
  }

  @Test
  void withMigrateNeverAnOutdatedDatabaseIsRefusedWithWhatIsMissing() throws IOException {
    Path config = settings(folder, TestDatabase.createEmpty(), "fxbb.migrate=never");

    assertThatThrownBy(() -> Engine.start(options(config)))
        .rootCause()
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("fxbb.migrate is never, and")
        .hasMessageContaining("migrations are missing (001 foundation; 002 infrastructure;")
        .hasMessageEndingWith("Run fxbb migrate first.");
  }
}
