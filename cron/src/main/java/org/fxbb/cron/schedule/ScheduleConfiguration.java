package org.fxbb.cron.schedule;

import java.time.Clock;
import org.fxbb.jobs.run.JobRuns;
import org.quartz.Scheduler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The beans that only {@code fxbb serve} needs. */
@Configuration(proxyBeanMethods = false)
@Profile("serve")
class ScheduleConfiguration {

  @Bean
  ScheduledRuns scheduledRuns(JobRuns runs, Clock clock) {
    return new ScheduledRuns(runs, clock);
  }

  @Bean
  Timetable timetable(Scheduler scheduler) {
    return new Timetable(scheduler);
  }
}
