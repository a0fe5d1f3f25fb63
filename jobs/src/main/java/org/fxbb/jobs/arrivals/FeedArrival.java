package org.fxbb.jobs.arrivals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One feed of an ISP's filing of a month: whether it came, when, and what became of it.
 *
 * <p><b>Source</b>: spec 4.4 and 4.10; a row of {@code fxbb_arrivals}.
 *
 * @param isp code of the ISP
 * @param feed name of the feed
 * @param mandatory whether it is owed each month
 * @param state as of the clock
 * @param overdue owed, past the deadline, and no version in force
 * @param daysLate begun days after the deadline, so far where it is overdue; null on time
 * @param withErrors whether the version in force was accepted with errors
 * @param files how many were received, without trials
 * @param tries how many came into {@code try/}
 * @param firstReceived when the first file came; null without any
 * @param lastReceived when the newest came
 * @param file name of the newest that is no duplicate; what follows is about it
 * @param fileState its state
 * @param reason why it was rejected, a notice code, or what it waits for
 * @param received its rows; null like the others until they are counted
 * @param loaded rows in force
 * @param quarantined bad rows of an accepted file
 * @param duplicate rows of a repeated file
 * @param rejected rows of a rejected file
 */
public record FeedArrival(
    String isp,
    String feed,
    boolean mandatory,
    State state,
    boolean overdue,
    @Nullable Integer daysLate,
    boolean withErrors,
    long files,
    long tries,
    @Nullable Instant firstReceived,
    @Nullable Instant lastReceived,
    @Nullable String file,
    @Nullable String fileState,
    @Nullable String reason,
    @Nullable Long received,
    @Nullable Long loaded,
    @Nullable Long quarantined,
    @Nullable Long duplicate,
    @Nullable Long rejected) {

  /** What became of a feed of a filing. */
  public enum State {
    /** In force, on time, without errors. */
    ACCEPTED,
    /** In force and on time; some rows were refused. */
    WITH_ERRORS,
    /** In force; the first acceptable version came after the deadline. */
    LATE,
    /** None in force; the newest file was refused. */
    REJECTED,
    /** None in force; the newest file is not decided. */
    WAITING,
    /** Owed, nothing came, the deadline has passed. */
    MISSING,
    /** Owed, nothing came, there is still time. */
    DUE,
    /** Optional, nothing came. */
    NOT_FILED;

    /** Whether a version is in force. */
    public boolean isInForce() {
      return this == ACCEPTED || this == WITH_ERRORS || this == LATE;
    }
  }
}
