package org.fxbb.writers.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Places answers: complete or not at all, the newest beside the inbox, earlier ones under {@code
 * history/}.
 *
 * <p><b>Lifecycle</b>: writing the same answer again changes nothing.
 *
 * <p><b>Errors</b>: {@link UnwrittenAnswerException} where the folder cannot be written to.
 *
 * <p><b>Source</b>: specification 4.1, 4.10.
 */
final class Outbox {
  private static final int LONGEST_NAME = 180;
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final Path dropArea;
  private final Clock clock;

  Outbox(Path dropArea, Clock clock) {
    this.dropArea = dropArea;
    this.clock = clock;
  }

  /** What fills a file. */
  @FunctionalInterface
  interface Filling {
    void into(OutputStream out) throws IOException;
  }

  /** An answer could not be put where its reader looks for it; it stays due. */
  static final class UnwrittenAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnwrittenAnswerException(Path outbox, String name, Exception cause) {
      super("%s into %s: %s".formatted(name, outbox, cause), cause);
    }
  }

  /** The outbox of a sender. */
  Path of(String inbox, String sender) {
    return switch (inbox) {
      case "AGENT" -> dropArea.resolve("agents").resolve(sender).resolve("outbox");
      case "MANUAL" -> dropArea.resolve("manual").resolve("outbox");
      case "APP" -> dropArea.resolve("apps").resolve("outbox");
      default -> dropArea.resolve("isps").resolve(sender).resolve("outbox");
    };
  }

  /** Writes one answer; an earlier one that said something else goes to the history. */
  void write(Path outbox, String name, Filling filling) {
    write(outbox, name, true, filling);
  }

  /** Writes one answer over an earlier one, which it repeats. */
  void replace(Path outbox, String name, Filling filling) {
    write(outbox, name, false, filling);
  }

  private void write(Path outbox, String name, boolean keep, Filling filling) {
    Path staged = outbox.resolve("." + name + ".tmp");
    try {
      Files.createDirectories(outbox);
      try (OutputStream out = Files.newOutputStream(staged)) {
        filling.into(out);
      }
      Path target = outbox.resolve(name);
      if (Files.exists(target)) {
        if (Files.mismatch(target, staged) < 0) {
          Files.delete(staged);
          return;
        }
        if (keep) {
          retire(outbox, name);
        }
      }
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritten(outbox, name, staged, e);
    } catch (UncheckedIOException | JacksonIOException e) {
      throw unwritten(outbox, name, staged, e);
    }
  }

  private static UnwrittenAnswerException unwritten(
      Path outbox, String name, Path staged, Exception cause) {
    try {
      Files.deleteIfExists(staged);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new UnwrittenAnswerException(outbox, name, cause);
  }

  /** Moves an answer that no longer holds to the history; does nothing where there is none. */
  void retire(Path outbox, String name) {
    Path old = outbox.resolve(name);
    if (!Files.exists(old)) {
      return;
    }
    try {
      Path history = Files.createDirectories(outbox.resolve(AnswerHistory.FOLDER));
      Files.move(old, AnswerHistory.place(history, clock.instant(), name));
    } catch (IOException e) {
      throw new UnwrittenAnswerException(outbox, name, e);
    }
  }

  /**
   * The name an answer to {@code name} begins with: the name itself, cut where it is too long, in
   * plain letters where the machine's locale cannot write it.
   */
  static String stem(String name) {
    boolean writable = FILE_NAMES.newEncoder().canEncode(name);
    if (writable && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
      return name;
    }
    String start = name.substring(0, Math.min(name.length(), 50));
    return (writable ? start : start.replaceAll("[^ -~]", "_"))
        + "~"
        + Integer.toHexString(name.hashCode());
  }
}
