package org.fxbb.writers.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Where the time of one worker goes, by activity.
 *
 * <p>An activity inside another stops the clock of the outer one, so the times of all activities
 * never add up to more than the worker had. Beginning and ending one costs two looks at the clock:
 * right for a submission, a file or a statement, too much for a row.
 *
 * <p><b>Lifecycle</b>: {@link #begin} and {@link #end} in pairs, whatever is thrown between. Not
 * thread-safe: each worker has its own.
 */
public final class WorkProfile {

  /** Decompressing and parsing what was received, with the rules that need one row only. */
  public static final String READ = "read";

  /** Holding what was read against the register and the window of time. */
  public static final String CHECK = "check";

  /** Turning rows into the bytes of COPY. */
  public static final String ENCODE = "encode";

  /** Sending those bytes, until the server has taken them. */
  public static final String COPY = "COPY";

  /** Statements that move staged rows to where they belong. */
  public static final String MERGE = "merge";

  /** Making rows durable. */
  public static final String COMMIT = "commit";

  private final LongSupplier nanos;
  private final Consumer<WorkProfile> record;
  private final Map<String, Sum> sums = new LinkedHashMap<>();
  private final Deque<Sum> open = new ArrayDeque<>();
  private final long born;
  private long since;

  private static final class Sum {
    long nanos;
    long times;
    long rows;
    long bytes;
  }

  /** A worker that begins now, and whose profile nobody keeps. */
  public WorkProfile() {
    this(profile -> {});
  }

  /**
   * A worker that begins now.
   *
   * @param record writes down what {@link #save} says
   */
  public WorkProfile(Consumer<WorkProfile> record) {
    this(System::nanoTime, record);
  }

  WorkProfile(LongSupplier nanos, Consumer<WorkProfile> record) {
    this.nanos = nanos;
    this.record = record;
    this.born = nanos.getAsLong();
  }

  /** The profile of a worker beside this one, for the same record. */
  public WorkProfile beside() {
    return new WorkProfile(nanos, record);
  }

  /** Begins an activity; the one that was going on rests until {@link #end}. */
  public void begin(String activity) {
    charge();
    Sum sum = sum(activity);
    sum.times++;
    open.push(sum);
  }

  /** Ends the activity that was begun last. */
  public void end() {
    charge();
    open.pop();
  }

  /** Work that is one activity. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** Does work as an activity and returns its result. */
  public <T, E extends Exception> T measure(String activity, Work<T, E> work) throws E {
    begin(activity);
    try {
      return work.run();
    } finally {
      end();
    }
  }

  /** Notes how much an activity moved. */
  public void add(String activity, long rows, long bytes) {
    Sum sum = sum(activity);
    sum.rows += rows;
    sum.bytes += bytes;
  }

  /** Has what was done so far written down, for others to see while the work goes on. */
  public void save() {
    record.accept(this);
  }

  /** What went into each activity so far, in the order in which they first began. */
  public Map<String, Spent> spent() {
    if (!open.isEmpty()) {
      charge();
    }
    Map<String, Spent> spent = new LinkedHashMap<>();
    sums.forEach(
        (activity, sum) ->
            spent.put(activity, new Spent(sum.nanos, sum.times, sum.rows, sum.bytes)));
    return spent;
  }

  /** Nanoseconds since this worker began. */
  public long elapsedNanos() {
    return nanos.getAsLong() - born;
  }

  private Sum sum(String activity) {
    return sums.computeIfAbsent(activity, a -> new Sum());
  }

  private void charge() {
    long now = nanos.getAsLong();
    Sum current = open.peek();
    if (current != null) {
      current.nanos += now - since;
    }
    since = now;
  }
}
