package org.fxbb.jobs.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;

/**
 * What a step has to say to whoever started its job: sentences in the step's context, which {@link
 * RunOutcome#told} repeats.
 */
public final class Told {
  private static final String KEY = "told";

  private Told() {}

  /** Says it; lines are sentences of their own. */
  public static void tell(StepContribution contribution, String sentences) {
    contribution.getStepExecution().getExecutionContext().putString(KEY, sentences);
  }

  /** What the steps of an execution said, in their order. */
  static List<String> by(JobExecution execution) {
    List<String> told = new ArrayList<>();
    execution.getStepExecutions().stream()
        .sorted(Comparator.comparingLong(StepExecution::getId))
        .filter(step -> step.getExecutionContext().containsKey(KEY))
        .forEach(step -> told.addAll(step.getExecutionContext().getString(KEY).lines().toList()));
    return told;
  }
}
