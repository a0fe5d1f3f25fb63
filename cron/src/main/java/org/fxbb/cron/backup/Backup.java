package org.fxbb.cron.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.fxbb.cron.database.Database;
import org.fxbb.jobs.run.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the whole database to one file, with its SHA-256 and the logins of the engine's roles
 * beside it.
 *
 * <p><b>Shape</b>: {@code fxbb-<UTC time>.dump} in PostgreSQL's custom format, for {@code
 * pg_restore}; {@code .dump.sha256} as {@code sha256sum -c} reads it; {@code .roles.sql} without
 * passwords. Only the owner may read them.
 *
 * <p><b>Lifecycle</b>: one consistent moment, beside everything else that runs. The file has its
 * name only once it is whole; a failed backup leaves nothing.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when no {@code pg_dump} fits the server, it fails, or the
 * folder cannot be written.
 *
 * <p><b>Source</b>: spec 7.2.
 */
public final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'fxbb-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Database database;
  private final Clock clock;
  private final Progress progress;

  /** Backups of one database. */
  public Backup(Database database, Clock clock, Progress progress) {
    this.database = database;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * A backup that is whole.
   *
   * @param file of the database
   * @param bytes of that file
   * @param sha256 of that file, hexadecimal
   * @param rolesFile with the logins that hold a role of the engine
   */
  public record Written(Path file, long bytes, String sha256, Path rolesFile) {}

  /**
   * Writes a backup.
   *
   * @param folder made when missing
   * @param pgDump the program to use, or null to look for one
   */
  public Written write(Path folder, @Nullable Path pgDump) {
    JdbcTemplate jdbc = new JdbcTemplate(database.login());
    PgDump program = PgDumpSearch.ofThisMachine().find(pgDump, database.majorVersion());
    String name = NAME.format(clock.instant());
    Path file = folder.resolve(name + ".dump");
    Path unfinished = null;
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        throw new EngineFailure(
            "Cannot write the backup %s: a file of this name exists. Wait a second, or name another folder with --to."
                .formatted(file));
      }
      unfinished = Files.createTempFile(folder, name, ".unfinished", OWNER_ONLY);
      dump(program, jdbc, unfinished);
      String sha256 = FileHash.sha256(unfinished);
      Path roles = folder.resolve(name + ".roles.sql");
      write(roles, roles(jdbc));
      write(
          folder.resolve(name + ".dump.sha256"), "%s  %s%n".formatted(sha256, file.getFileName()));
      Files.move(unfinished, file);
      return new Written(file, Files.size(file), sha256, roles);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot write a backup to %s: %s. Name a folder with enough space that this user may write with --to."
              .formatted(folder, e.getMessage()),
          e);
    } finally {
      deleteIfThere(unfinished);
    }
  }

  private void dump(PgDump program, JdbcTemplate jdbc, Path file) {
    Long tables = jdbc.queryForObject(Resources.sql(Backup.class, "tablesToDump"), Long.class);
    List<String> others =
        jdbc.queryForList(Resources.sql(Backup.class, "otherSchemas"), String.class);
    progress.start("Backup", tables == null ? 0 : tables, "tables");
    program.write(database.libpqEnvironment(), others, file, progress);
    progress.done();
  }

  private static String roles(JdbcTemplate jdbc) {
    List<String> statements =
        jdbc.queryForList(Resources.sql(Backup.class, "logins"), String.class);
    return """
        -- Logins that hold a role of the engine, without passwords. The roles themselves come from: fxbb migrate --roles-only
        %s"""
        .formatted(
            statements.isEmpty() ? "-- There were none.\n" : String.join("\n", statements) + "\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createFile(file, OWNER_ONLY);
    Files.writeString(file, text);
  }

  private static void deleteIfThere(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot remove the unfinished backup %s: %s. Remove it by hand."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
