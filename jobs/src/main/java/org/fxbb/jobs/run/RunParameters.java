package org.fxbb.jobs.run;

import org.springframework.batch.core.step.StepContribution;

/**
 * The names of the job parameters that the command line and the scheduler pass to every job.
 *
 * <p><b>Shape</b>: {@link #PERIOD} and {@link #RUN} are text and identify the execution: a second
 * launch with equal values is answered "already done". {@link #ISP} and {@link #REPORT} narrow a
 * run by hand; whoever passes them also passes a {@link #RUN} of its own, so they need not
 * identify.
 *
 * <p><b>Source</b>: spec 7.1.
 */
public final class RunParameters {

  /** The business period: {@code 2026-01} (a month) or {@code 2026-01-31} (a day), Asia/Dhaka. */
  public static final String PERIOD = "period";

  /** Which run over the period this is: the scheduler's fire time, or a text of the caller. */
  public static final String RUN = "run";

  /** The code of the only ISP to work on, absent for all. */
  public static final String ISP = "isp";

  /** The code of the only report to render, such as {@code R1}, absent for all. */
  public static final String REPORT = "report";

  private RunParameters() {}

  /** The period of the run that a step works for. */
  public static Period period(StepContribution contribution) {
    return Period.parse(
        String.valueOf(contribution.getStepExecution().getJobParameters().getString(PERIOD)));
  }
}
