package org.fxbb.cron.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code fxbb}, each overridable by the environment, such as {@code
 * FXBB_DROP_AREA}. Relative folders count from the current directory.
 *
 * @param dropArea where files arrive and answers are left
 * @param archive where every received file is kept
 * @param output where report packs are written
 * @param var everything else the engine keeps: embedded database, keys, logs
 * @param migrate whether a command brings the database up to date first, or refuses instead
 * @param poolSize connections of the pool that loads and judges; the pool for reports has a third
 */
@ConfigurationProperties("fxbb")
public record FxbbProperties(
    @DefaultValue("./var/drop") Path dropArea,
    @DefaultValue("./var/archive") Path archive,
    @DefaultValue("./out") Path output,
    @DefaultValue("./var") Path var,
    @DefaultValue("always") MigratePolicy migrate,
    @DefaultValue("10") int poolSize) {

  /** What happens when the database lacks migrations. */
  public enum MigratePolicy {
    /** They are applied before the command begins. */
    ALWAYS,
    /** The command is refused and lists them; {@code fxbb migrate} applies them. */
    NEVER
  }
}
