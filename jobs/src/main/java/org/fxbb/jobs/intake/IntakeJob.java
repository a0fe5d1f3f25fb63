package org.fxbb.jobs.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.fxbb.jobs.arrivals.AgentWatch;
import org.fxbb.jobs.ingest.Ingest;
import org.fxbb.jobs.ingest.IngestContext;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.ProfiledTasklet;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.ReceivedAt;
import org.fxbb.readers.Limits;
import org.fxbb.writers.archive.Archive;
import org.fxbb.writers.file.SubmissionFiles;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The job {@code intake}: takes complete files out of the inboxes, loads registry, packages, other
 * filings and dumps in this order, and answers their senders. Those who sent little are answered
 * before anything large is begun ({@code ingest.FilingTurns}).
 *
 * <p><b>Lifecycle</b>: every step can be repeated: what was done is known from {@code
 * submission_files}, never from memory. Loads have transactions of their own, so steps run without
 * one. A file that the engine could not load holds nobody up: the job fails in its last step, after
 * everything else was loaded and answered.
 *
 * <p><b>Source</b>: spec 4.1 and 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class IntakeJob {
  /** Name of the job and of its schedule. */
  public static final String NAME = "intake";

  private static final Logger LOG = LoggerFactory.getLogger(IntakeJob.class);
  private static final int WORKERS = 2;
  private static final String SHARE = "share";

  /** What one step does. */
  @FunctionalInterface
  interface Work {
    /** Does all of it. */
    void run(WorkProfile profile) throws Exception;
  }

  @Bean(NAME)
  Job intake(
      JobRepository repository,
      DataSource etl,
      Folders folders,
      Clock clock,
      Progress progress,
      ReceivedAt receivedAt,
      IntakeUptime uptime,
      ObjectProvider<RemoteSource> remoteSource) {
    Archive archive = new Archive(folders.archive());
    DropArea dropArea = new DropArea(folders.dropArea());
    SubmissionFiles files = new SubmissionFiles(etl);
    Ingest ingest =
        new Ingest(
            new IngestContext(etl, files, archive, Limits.DEFAULT, clock, new WorkProfile()),
            progress);
    FileTaker taker = new FileTaker(dropArea, archive, files, receivedAt, clock);
    CompleteFiles complete =
        new CompleteFiles(
            () -> Instant.now(Clock.systemUTC()), length -> Thread.sleep(length.toMillis()));
    AnswersStep answers = new AnswersStep(etl, folders.dropArea(), files, clock, progress);
    GuidesStep guides = new GuidesStep(etl, folders.dropArea(), clock);
    UnfinishedStep unfinished = new UnfinishedStep(etl, folders.dropArea(), clock);
    AgentWatch agents = new AgentWatch(new NamedParameterJdbcTemplate(etl), clock);
    Optional<FetchStep> fetch =
        Optional.ofNullable(remoteSource.getIfAvailable()).map(FetchStep::new);
    Step takeFiles =
        step(
            repository,
            "take-files",
            profile -> {
              LOG.info("Took {} files.", taker.takeAll(complete, progress, profile));
              uptime.begun();
            });
    JobBuilder job = new JobBuilder(NAME, repository);
    return fetch
        .map(
            first ->
                job.start(step(repository, "fetch-files", profile -> first.fetch()))
                    .next(takeFiles))
        .orElseGet(() -> job.start(takeFiles))
        .next(step(repository, "load-registry", ingest::loadRegistry))
        .next(step(repository, "unpack-zips", ingest::unpackZips))
        .next(step(repository, "load-packages", ingest::loadPackages))
        .next(step(repository, "load-filings", ingest::loadFilings))
        .next(step(repository, "write-filing-answers", profile -> answers.writeDue()))
        .next(loadDumps(repository, ingest, progress))
        .next(step(repository, "load-apps", ingest::loadApps))
        .next(step(repository, "watch-agents", profile -> agents.watch()))
        .next(step(repository, "write-answers", profile -> answers.writeDue()))
        .next(
            step(
                repository,
                "publish-guides",
                profile -> LOG.info("Wrote the guide for {} senders.", guides.publish())))
        .next(step(repository, "tell-unfinished", profile -> unfinished.tell()))
        .next(step(repository, "load-large-filings", ingest::loadLargeFilings))
        .next(step(repository, "write-large-answers", profile -> answers.writeDue()))
        .next(step(repository, "load-history", Ingest.HISTORY_WORKERS, ingest::loadHistory))
        .next(step(repository, "write-history-answers", profile -> answers.writeDue()))
        .next(
            step(
                repository,
                "report-failures",
                profile -> {
                  uptime.ended();
                  failIfAny(ingest, answers);
                  if (fetch.isPresent()) {
                    fetch.get().failIfAny();
                  }
                }))
        .build();
  }

  /** Where both failed, files are named now, and answers in the next cycle, as they stay due. */
  private static void failIfAny(Ingest ingest, AnswersStep answers) {
    ingest.failIfAny();
    answers.failIfAny();
  }

  /** Two workers, each with its share of the agents. */
  private static Step loadDumps(JobRepository repository, Ingest ingest, Progress progress) {
    Step worker =
        new StepBuilder("load-dumps-of-share", repository)
            .allowStartIfComplete(true)
            .tasklet(
                ProfiledTasklet.of(
                    repository,
                    WORKERS,
                    (contribution, profile) ->
                        ingest.loadDumps(
                            contribution.getStepExecution().getExecutionContext().getInt(SHARE),
                            WORKERS,
                            profile)),
                new ResourcelessTransactionManager())
            .build();
    return new StepBuilder("load-dumps", repository)
        .allowStartIfComplete(true)
        .listener(new DumpProgress(ingest, progress))
        .partitioner("load-dumps-of-share", IntakeJob::shares)
        .step(worker)
        .gridSize(WORKERS)
        .taskExecutor(new SimpleAsyncTaskExecutor("load-dumps-"))
        .build();
  }

  private static Step step(JobRepository repository, String name, Work work) {
    return step(repository, name, 1, work);
  }

  private static Step step(JobRepository repository, String name, int workers, Work work) {
    return new StepBuilder(name, repository)
        .allowStartIfComplete(true)
        .tasklet(
            ProfiledTasklet.of(repository, workers, (contribution, profile) -> work.run(profile)),
            new ResourcelessTransactionManager())
        .build();
  }

  /** Tells each worker which share is its. */
  private static Map<String, ExecutionContext> shares(int workers) {
    Map<String, ExecutionContext> contexts = new HashMap<>();
    for (int i = 0; i < workers; i++) {
      ExecutionContext context = new ExecutionContext();
      context.putInt(SHARE, i);
      contexts.put("share-" + i, context);
    }
    return contexts;
  }

  /** Shows how far the workers are together. */
  private record DumpProgress(Ingest ingest, Progress progress) implements StepExecutionListener {
    @Override
    public void beforeStep(StepExecution execution) {
      long files = ingest.countDumps();
      if (files > 0) {
        progress.start("Loading dumps", files, "files");
      }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
      progress.done();
      return null;
    }
  }
}
