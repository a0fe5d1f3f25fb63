package org.fxbb.cron.schedule;

import java.time.LocalDate;
import org.fxbb.jobs.audit.AuditSealer;
import org.fxbb.jobs.remind.Reminders;
import org.fxbb.jobs.run.Period;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * The only class that Quartz starts: looks up its line of the schedule by the key it was fired
 * with, and runs it for the date on which it was due.
 */
@DisallowConcurrentExecution
public final class ScheduledWork implements Job {
  /** The key under which missed days are caught up. */
  static final String CATCH_UP = "catch-up";

  /** The key under which the audit log is sealed: no job, so that no history is kept of it. */
  static final String SEAL_AUDIT = "seal-audit";

  /** The key under which mail that a server did not take is tried again; no job either. */
  static final String SEND_AGAIN = "send-again";

  private final ScheduledRuns runs;
  private final AuditSealer sealer;
  private final Reminders reminders;

  /** Made by the scheduler's bean factory for each fire. */
  public ScheduledWork(ScheduledRuns runs, AuditSealer sealer, Reminders reminders) {
    this.runs = runs;
    this.sealer = sealer;
    this.reminders = reminders;
  }

  @Override
  public void execute(JobExecutionContext context) {
    String name = context.getJobDetail().getKey().getName();
    if (name.equals(CATCH_UP)) {
      runs.catchUp();
      return;
    }
    if (name.equals(SEAL_AUDIT)) {
      sealer.seal();
      return;
    }
    if (name.equals(SEND_AGAIN)) {
      reminders.deliver();
      return;
    }
    LocalDate due = LocalDate.ofInstant(context.getScheduledFireTime().toInstant(), Period.DHAKA);
    ScheduleEntry.table().stream()
        .filter(entry -> entry.name().equals(name))
        .forEach(entry -> runs.run(entry, due));
  }
}
