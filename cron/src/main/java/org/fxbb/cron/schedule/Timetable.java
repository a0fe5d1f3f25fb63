package org.fxbb.cron.schedule;

import java.util.Set;
import java.util.TimeZone;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.run.Period;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * Hands the schedule to Quartz.
 *
 * <p>Fires that were slept through are dropped by the scheduler: the catch-up, at the start and
 * each hour, finds which periods lack a run, which a fire time cannot tell.
 */
public final class Timetable {
  private static final String CATCH_UP_CRON = "0 40 * * * ?";
  private static final String SEAL_AUDIT_CRON = "30 * * * * ?";
  private static final String SEND_AGAIN_CRON = "0 2/5 * * * ?";

  private final Scheduler scheduler;

  Timetable(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Writes the schedule into the scheduler's store, replacing what is there, and starts.
   *
   * @throws EngineFailure when the store cannot be written
   */
  public void start() {
    try {
      for (ScheduleEntry entry : ScheduleEntry.table()) {
        put(entry.name(), entry.cron());
      }
      put(ScheduledWork.CATCH_UP, CATCH_UP_CRON);
      put(ScheduledWork.SEAL_AUDIT, SEAL_AUDIT_CRON);
      put(ScheduledWork.SEND_AGAIN, SEND_AGAIN_CRON);
      scheduler.start();
      scheduler.triggerJob(JobKey.jobKey(ScheduledWork.CATCH_UP));
    } catch (SchedulerException e) {
      throw new EngineFailure(
          "Cannot start the schedule: the scheduler said \"%s\".".formatted(e.getMessage()), e);
    }
  }

  private void put(String name, String cron) throws SchedulerException {
    JobDetail detail =
        JobBuilder.newJob(ScheduledWork.class).withIdentity(name).storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .forJob(detail)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(cron)
                    .inTimeZone(TimeZone.getTimeZone(Period.DHAKA))
                    .withMisfireHandlingInstructionDoNothing())
            .build();
    scheduler.scheduleJob(detail, Set.of(trigger), true);
  }
}
