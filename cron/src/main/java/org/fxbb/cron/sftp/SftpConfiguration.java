package org.fxbb.cron.sftp;

import java.time.Clock;
import javax.sql.DataSource;
import org.fxbb.jobs.access.AccessCheck;
import org.fxbb.jobs.audit.AuditEvents;
import org.fxbb.jobs.run.Folders;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The server, made when {@code serve} asks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SftpProperties.class)
class SftpConfiguration {

  @Bean(destroyMethod = "close")
  @Lazy
  SftpServer sftpServer(
      SftpProperties settings,
      Folders folders,
      AccessCheck check,
      @Qualifier("etlDataSource") DataSource etl) {
    return new SftpServer(
        settings, folders.dropArea(), check, new AuditEvents(etl), Clock.systemUTC());
  }
}
