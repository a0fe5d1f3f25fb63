package org.fxbb.cron.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.fxbb.jobs.access.AccessCheck;
import org.fxbb.jobs.access.LockPolicy;
import org.fxbb.jobs.access.Passwords;
import org.fxbb.jobs.mail.Mailer;
import org.fxbb.jobs.secret.KeySource;
import org.fxbb.jobs.secret.Secrets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The beans that open accounts and secrets; made when somebody needs them. */
@Configuration
@Lazy
@EnableConfigurationProperties({
  SecretsProperties.class,
  AccessProperties.class,
  MailProperties.class
})
class AccessConfiguration {

  @Bean
  KeySource keySource(SecretsProperties properties) {
    return new KeySource(properties.keys(), properties.keyFile().toAbsolutePath().normalize());
  }

  @Bean
  Secrets secrets(@Qualifier("etlDataSource") DataSource dataSource, KeySource keys) {
    return new Secrets(dataSource, keys);
  }

  @Bean
  Mailer mailer(MailProperties properties, Secrets secrets, Clock clock) {
    return new Mailer(properties.server(), secrets, clock);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  AccessCheck accessCheck(
      @Qualifier("etlDataSource") DataSource dataSource,
      Clock clock,
      Passwords passwords,
      AccessProperties properties) {
    return new AccessCheck(
        dataSource,
        clock,
        passwords,
        new LockPolicy(properties.mostFailures(), properties.lockTime()));
  }
}
