package org.fxbb.cron.config;

import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.config.EngineOptions.Migrate;
import org.fxbb.cron.config.FxbbProperties.MigratePolicy;
import org.fxbb.cron.database.Database;
import org.fxbb.migrations.Migrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database has every migration of this engine, before a command uses it.
 *
 * <p><b>Source</b>: spec 3, "every command that needs the database migrates it first".
 */
final class SchemaState {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaState.class);

  private final Database database;

  SchemaState(Database database) {
    this.database = database;
  }

  /**
   * Applies what is missing, or refuses.
   *
   * @param policy {@code fxbb.migrate}
   * @param asked what the command says about it
   * @throws EngineFailure when migrations are missing and may not be applied, or one fails
   */
  void prepare(MigratePolicy policy, Migrate asked) {
    try {
      if (asked == Migrate.ROLES_ONLY) {
        Migrator.makeRoles(database.login());
      } else if (asked == Migrate.NOW || policy == MigratePolicy.ALWAYS) {
        int applied = Migrator.migrate(database.login());
        if (applied > 0) {
          LOG.info("Applied {} migrations to {}", applied, database.place());
        }
      } else {
        refuseWhenPending(Migrator.listPending(database.login()));
      }
    } catch (FlywayException | IllegalStateException e) {
      throw new EngineFailure(
          "Cannot bring %s up to date: %s"
              .formatted(database.place(), String.valueOf(e.getMessage()).strip()),
          e);
    }
  }

  private void refuseWhenPending(List<String> pending) {
    if (!pending.isEmpty()) {
      throw new EngineFailure(
          "Cannot use %s: fxbb.migrate is never, and %d migrations are missing (%s). Run fxbb migrate first."
              .formatted(database.place(), pending.size(), String.join("; ", pending)));
    }
  }
}
