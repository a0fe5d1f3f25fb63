package org.fxbb.jobs.run;

import java.time.Duration;
import java.util.List;

/**
 * How the launch of a job ended.
 *
 * @param job the job's name
 * @param period the text of its period
 * @param run which run over the period
 * @param state what happened
 * @param took from start to end, zero when nothing was started
 * @param told what its steps have to say, a sentence each
 * @param failures what went wrong, outermost first, empty unless {@link State#FAILED}
 */
public record RunOutcome(
    String job,
    String period,
    String run,
    State state,
    Duration took,
    List<String> told,
    List<Throwable> failures) {

  /** What happened to a launch. */
  public enum State {
    /** It ran to its end, whatever the data was like. */
    DONE,
    /** The same run had completed before; nothing was started. */
    ALREADY_DONE,
    /** Another process works on the same job and period; nothing was started. */
    RUNNING_ELSEWHERE,
    /** It was stopped by request and goes on where it was when it is started again. */
    STOPPED,
    /** It failed, and goes on where it was when it is started again. */
    FAILED
  }
}
