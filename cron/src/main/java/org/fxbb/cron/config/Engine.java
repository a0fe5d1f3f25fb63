package org.fxbb.cron.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.fxbb.cron.EngineFailure;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
    Map<String, Object> settings = new HashMap<>();
    settings.put("fxbb.verbose", options.verbose() ? "INFO" : "WARN");
    Path config = options.config();
    SettingsFaults.refuseUnreadable(config);
    if (config != null) {
      settings.put("spring.config.additional-location", "file:" + config.toAbsolutePath());
    }
    System.clearProperty("logback.configurationFile");
    try {
      return new Engine(
          new SpringApplicationBuilder(EngineConfiguration.class)
              .properties(settings)
              .profiles(options.scheduled() ? "serve" : "command")
              .initializers(
                  context -> context.getBeanFactory().registerSingleton("engineOptions", options))
              .run());
    } catch (RuntimeException e) {
      throw SettingsFaults.explain(e).<RuntimeException>map(sentence -> sentence).orElse(e);
    }
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
