package org.fxbb.reports.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writing of a file under a temporary name, moved to its own when it is complete. */
public final class StagedFile {
  private StagedFile() {}

  /** What fills the file. */
  @FunctionalInterface
  public interface Filling {
    /** Writes all bytes; the stream is closed by the caller. */
    void into(OutputStream out) throws IOException;
  }

  /** Writes the file and returns its path; a failure leaves neither file nor remains. */
  public static Path write(Path file, Filling filling) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path staged = folder.resolve("." + file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(staged))) {
        filling.into(out);
      }
      return Files.move(
          staged, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(staged);
    }
  }
}
