package org.fxbb.cron.pull;

import java.time.Clock;
import org.fxbb.jobs.intake.RemoteSource;
import org.fxbb.jobs.run.Folders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The remote source of the intake, where {@code fxbb.pull.host} names one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullProperties.class)
class PullConfiguration {

  @Bean
  @ConditionalOnProperty("fxbb.pull.host")
  RemoteSource remoteSource(PullProperties settings, Folders folders) {
    return new RemotePull(settings, folders.dropArea(), Clock.systemUTC());
  }
}
