package org.fxbb.cron.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Which engine processes use the embedded server at the moment: one empty file per process, named
 * by process id.
 *
 * <p><b>Lifecycle</b>: call under the server's lock only. The file of a killed process is
 * recognised because the process is gone; should another process have taken its number, the server
 * is taken for used and shared, which is harmless.
 */
final class ServerUsers {
  private final Path folder;

  ServerUsers(Path folder) {
    this.folder = folder;
  }

  /** Adds this process. */
  void enter() {
    try {
      Files.createDirectories(folder);
      Files.writeString(own(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes this process; true when it was the last live one. */
  boolean leave() {
    try {
      Files.deleteIfExists(own());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !anyAlive();
  }

  /** Whether another live process uses the server; files of dead ones are removed. */
  boolean anyAlive() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      boolean alive = false;
      for (Path file : files.toList()) {
        if (isAlive(file)) {
          alive = true;
        } else if (!file.equals(own())) {
          Files.deleteIfExists(file);
        }
      }
      return alive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path own() {
    return folder.resolve(Long.toString(ProcessHandle.current().pid()));
  }

  private boolean isAlive(Path file) {
    return !file.equals(own())
        && ProcessHandle.of(Long.parseLong(file.getFileName().toString()))
            .map(ProcessHandle::isAlive)
            .orElse(false);
  }
}
