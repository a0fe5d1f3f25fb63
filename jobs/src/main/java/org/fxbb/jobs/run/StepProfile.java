package org.fxbb.jobs.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxbb.writers.profile.Spent;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Where the time of a step went, kept in the record that Spring Batch has of it.
 *
 * <p><b>Lifecycle</b>: one per execution of a step, or of a share of it; a step that is started
 * again has a new execution, so each attempt has a record of its own. Thread-safe; each thread that
 * works has a {@link #worker} of its own.
 */
public final class StepProfile {
  private static final String KEY = "profile";
  private static final long SAVE_NANOS = Duration.ofSeconds(5).toNanos();

  private final JobRepository repository;
  private final StepExecution step;
  private final int workers;
  private final WorkProfile whole = new WorkProfile();
  private final Map<WorkProfile, Map<String, Spent>> published = new LinkedHashMap<>();
  private long savedAt;

  /**
   * The profile of an execution that begins now.
   *
   * @param workers how many threads work on the step at most, over all its shares
   */
  StepProfile(JobRepository repository, StepExecution step, int workers) {
    this.repository = repository;
    this.step = step;
    this.workers = workers;
    put();
  }

  /**
   * What a step's record says.
   *
   * @param elapsedNanos from its beginning to the newest entry
   * @param workers threads that work on the step at most, over all its shares
   * @param spent busy time by activity, added up over the workers
   */
  public record Recorded(long elapsedNanos, int workers, Map<String, Spent> spent) {}

  /** The profile of a thread that begins to work on the step. */
  public WorkProfile worker() {
    return new WorkProfile(this::save);
  }

  /**
   * Notes what a worker did so far, and stores it unless that was done a moment ago. In the
   * worker's thread, outside a transaction.
   */
  private synchronized void save(WorkProfile worker) {
    note(worker);
    long elapsed = whole.elapsedNanos();
    if (elapsed - savedAt >= SAVE_NANOS) {
      savedAt = elapsed;
      repository.updateExecutionContext(step);
    }
  }

  /** Notes what a worker did; whoever runs the step writes it down. */
  synchronized void note(WorkProfile worker) {
    published.put(worker, worker.spent());
    put();
  }

  private void put() {
    Map<String, Spent> sums = new LinkedHashMap<>();
    published.values().forEach(spent -> addTo(sums, spent));
    StringBuilder text = new StringBuilder();
    text.append(whole.elapsedNanos()).append('\t').append(workers);
    sums.forEach(
        (activity, spent) ->
            text.append('\n')
                .append(activity)
                .append('\t')
                .append(spent.nanos())
                .append('\t')
                .append(spent.times())
                .append('\t')
                .append(spent.rows())
                .append('\t')
                .append(spent.bytes()));
    step.getExecutionContext().putString(KEY, text.toString());
  }

  /** Adds up what went into activities. */
  public static void addTo(Map<String, Spent> sums, Map<String, Spent> more) {
    more.forEach((activity, spent) -> sums.merge(activity, spent, Spent::plus));
  }

  /** What the record of an execution says; null where it has none. */
  public static @Nullable Recorded read(StepExecution step) {
    if (!step.getExecutionContext().containsKey(KEY)) {
      return null;
    }
    String[] lines = step.getExecutionContext().getString(KEY).split("\n", -1);
    String[] head = lines[0].split("\t", -1);
    Map<String, Spent> spent = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].split("\t", -1);
      spent.put(
          cells[0],
          new Spent(
              Long.parseLong(cells[1]),
              Long.parseLong(cells[2]),
              Long.parseLong(cells[3]),
              Long.parseLong(cells[4])));
    }
    return new Recorded(Long.parseLong(head[0]), Integer.parseInt(head[1]), spent);
  }
}
