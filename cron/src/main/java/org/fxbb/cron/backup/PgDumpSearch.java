package org.fxbb.cron.backup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxbb.cron.EngineFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds a {@code pg_dump} that can read the server: it must be of the server's major version or
 * newer.
 */
final class PgDumpSearch {
  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final String searchPath;
  private final Path versions;

  /**
   * A search in the usual places.
   *
   * @param searchPath as in the environment variable PATH
   * @param versions a folder with a folder per version, each with {@code bin/pg_dump}
   */
  PgDumpSearch(String searchPath, Path versions) {
    this.searchPath = searchPath;
    this.versions = versions;
  }

  /** A search in the PATH of this process, then where Debian keeps several versions. */
  static PgDumpSearch ofThisMachine() {
    String path = System.getenv("PATH");
    return new PgDumpSearch(path == null ? "" : path, DEBIAN);
  }

  /**
   * The first that fits.
   *
   * @param asked the program that the operator names, or null to look for one
   * @param server major version of the server
   * @throws EngineFailure when there is none, or only older ones
   */
  PgDump find(@Nullable Path asked, int server) {
    List<PgDump> found =
        (asked == null ? candidates() : List.of(asked))
            .stream().map(PgDumpSearch::probe).flatMap(Optional::stream).toList();
    return found.stream()
        .filter(program -> program.major() >= server)
        .findFirst()
        .orElseThrow(() -> refusal(asked, server, found));
  }

  private static EngineFailure refusal(@Nullable Path asked, int server, List<PgDump> found) {
    String seen =
        found.stream()
            .map(program -> "%s of version %d".formatted(program.program(), program.major()))
            .collect(Collectors.joining(", "));
    if (seen.isEmpty()) {
      seen = asked == null ? "none" : "no such program at " + asked;
    }
    return new EngineFailure(
        "Cannot back up the database: expected pg_dump of PostgreSQL %d or newer, found %s. Install it (Debian: apt-get install postgresql-client-%d, from the repository of PostgreSQL where Debian's is older) or name it with --pg-dump <path>. The embedded PostgreSQL can also be kept without it: stop every fxbb process and copy the folder fxbb.var."
            .formatted(server, seen, server));
  }

  private List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        candidates.add(Path.of(folder, "pg_dump"));
      }
    }
    if (Files.isDirectory(versions)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(versions)) {
        folders.forEach(folder -> candidates.add(folder.resolve("bin/pg_dump")));
      } catch (IOException e) {
        throw new EngineFailure(
            "Cannot look for pg_dump in %s: %s.".formatted(versions, e.getMessage()), e);
      }
    }
    return candidates.stream().filter(Files::isExecutable).distinct().toList();
  }

  /** Asks a program for its version; nothing when it is no pg_dump. */
  private static Optional<PgDump> probe(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(answer);
      return process.waitFor() == 0 && answer.startsWith("pg_dump") && version.find()
          ? Optional.of(new PgDump(program, Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
