package org.fxbb.writers.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Places answers: complete or not at all, the newest beside the inbox, earlier ones under {@code
 * history/}.
 *
 * <p><b>Lifecycle</b>: writing the same answer again changes nothing.
 *
 * <p><b>Source</b>: specification 4.1, 4.10.
 */
final class Outbox {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_NAME = 180;
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final Path dropArea;

  Outbox(Path dropArea) {
    this.dropArea = dropArea;
  }

  /** What fills a file. */
  @FunctionalInterface
  interface Filling {
    void into(OutputStream out) throws IOException;
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

  /** Writes one answer. */
  void write(Path outbox, String name, Filling filling) {
    try {
      Files.createDirectories(outbox);
      Path target = outbox.resolve(name);
      Path staged = outbox.resolve("." + name + ".tmp");
      try (OutputStream out = Files.newOutputStream(staged)) {
        filling.into(out);
      }
      if (Files.exists(target)) {
        if (Files.mismatch(target, staged) < 0) {
          Files.delete(staged);
          return;
        }
        retire(outbox, name);
      }
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(outbox, name, e);
    }
  }

  /** Moves an answer that no longer holds to the history; does nothing where there is none. */
  void retire(Path outbox, String name) {
    Path old = outbox.resolve(name);
    if (!Files.exists(old)) {
      return;
    }
    try {
      Path history = Files.createDirectories(outbox.resolve("history"));
      String stamp = STAMP.format(Files.getLastModifiedTime(old).toInstant());
      Files.move(old, history.resolve(stamp + "_" + name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(outbox, name, e);
    }
  }

  private static UncheckedIOException failed(Path outbox, String name, IOException e) {
    return new UncheckedIOException(
        "Cannot write the answer %s into %s: %s. The answer stays due and is written in the next cycle; make the folder writable."
            .formatted(name, outbox, e.getMessage()),
        e);
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
