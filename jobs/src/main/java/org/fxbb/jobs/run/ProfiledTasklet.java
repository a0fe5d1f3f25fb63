package org.fxbb.jobs.run;

import org.fxbb.writers.profile.WorkProfile;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The work of a step, done once, that leaves in the step's record where its time went, also when it
 * fails.
 */
public final class ProfiledTasklet implements Tasklet {
  private final JobRepository repository;
  private final int workers;
  private final Work work;

  /** What is done, with the profile of the thread that does it. */
  @FunctionalInterface
  public interface Work {
    /** Does all of it. */
    void run(StepContribution contribution, WorkProfile profile) throws Exception;
  }

  private ProfiledTasklet(JobRepository repository, int workers, Work work) {
    this.repository = repository;
    this.workers = workers;
    this.work = work;
  }

  /**
   * A whole step, or one of its shares.
   *
   * @param workers how many threads work on the step at most, over all its shares
   */
  public static Tasklet of(JobRepository repository, int workers, Work work) {
    return new ProfiledTasklet(repository, workers, work);
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    StepProfile record = new StepProfile(repository, contribution.getStepExecution(), workers);
    WorkProfile worker = record.worker();
    try {
      work.run(contribution, worker);
    } finally {
      record.note(worker);
    }
    return RepeatStatus.FINISHED;
  }
}
