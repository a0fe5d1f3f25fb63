package org.fxbb.cron.config;

import java.nio.file.Path;
import java.util.Map;
import org.fxbb.cron.database.DatabaseAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The settings that say where the engine would work, read where it reads them, without starting it.
 *
 * @param var the engine's folder
 * @param server the configured database; null when the engine brings its own
 */
public record EngineSettings(Path var, @Nullable DatabaseAccess server) {

  /** Reads them from the environment and the settings files. */
  public static EngineSettings read(EngineOptions options) {
    try (ConfigurableApplicationContext context =
        Engine.application(Nothing.class, options, Map.of()).run()) {
      Environment environment = context.getEnvironment();
      String url = environment.getProperty("spring.datasource.url");
      return new EngineSettings(
          Path.of(environment.getRequiredProperty("fxbb.var")).toAbsolutePath().normalize(),
          StringUtils.hasText(url)
              ? new DatabaseAccess(
                  url,
                  environment.getProperty("spring.datasource.username", ""),
                  environment.getProperty("spring.datasource.password", ""),
                  "the configured server")
              : null);
    }
  }

  /** An application without beans. */
  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
