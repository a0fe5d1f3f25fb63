package org.fxbb.cron.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.fxbb.cron.EngineFailure;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The started engine: settings read, database up to date, jobs wired.
 *
 * <p><b>Lifecycle</b>: closing it stops what runs, then the pools, then the embedded database. A
 * signal to end the process closes it too.
 */
public final class Engine implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Engine(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts the engine.
   *
   * @throws EngineFailure with a sentence for the operator, when it cannot be started
   */
  public static Engine start(EngineOptions options) {
    return start(options, Map.of());
  }

  /**
   * Starts the engine with settings that win over the environment and every file.
   *
   * @param fixed settings by name, such as {@code fxbb.var}
   * @throws EngineFailure with a sentence for the operator, when it cannot be started
   */
  public static Engine start(EngineOptions options, Map<String, Object> fixed) {
    System.clearProperty("logback.configurationFile");
    try {
      return new Engine(
          application(EngineConfiguration.class, options, fixed)
              .profiles(options.scheduled() ? "serve" : "command")
              .initializers(
                  context -> context.getBeanFactory().registerSingleton("engineOptions", options))
              .run());
    } catch (RuntimeException e) {
      throw SettingsFaults.explain(e).<RuntimeException>map(sentence -> sentence).orElse(e);
    }
  }

  /** An application that reads the settings where the engine reads them. */
  static SpringApplicationBuilder application(
      Class<?> configuration, EngineOptions options, Map<String, Object> fixed) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("fxbb.verbose", options.verbose() ? "INFO" : "WARN");
    Path config = options.config();
    SettingsFaults.refuseUnreadable(config);
    if (config != null) {
      settings.put("spring.config.additional-location", "file:" + config.toAbsolutePath());
    }
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(configuration).properties(settings);
    if (!fixed.isEmpty()) {
      StandardEnvironment environment = new StandardEnvironment();
      environment.getPropertySources().addFirst(new MapPropertySource("fixed", fixed));
      application.environment(environment);
    }
    return application;
  }

  /** A bean of this type. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** A bean of this name and type. */
  public <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** The value of a setting. */
  public String setting(String name) {
    return context.getEnvironment().getRequiredProperty(name);
  }

  @Override
  public void close() {
    context.close();
  }
}
