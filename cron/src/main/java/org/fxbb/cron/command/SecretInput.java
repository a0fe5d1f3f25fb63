package org.fxbb.cron.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.secret.Secret;
import org.fxbb.jobs.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what nobody may see: from a file, from standard input, or from a terminal without echo.
 * Never from the command line, which other users of the machine can list.
 *
 * <p><b>Shape</b>: one line end at the end is not part of it.
 */
final class SecretInput {

  private SecretInput() {}

  /**
   * Reads a value.
   *
   * @param what it is, for messages and the prompt
   * @param file to read, or null for the terminal or standard input
   */
  @SuppressWarnings("SystemConsoleNull") // newer Javas are asked by isTerminal
  static Secret read(String what, @Nullable Path file) {
    if (file != null) {
      try (InputStream in = Files.newInputStream(file)) {
        return read(what, "the file " + file, in);
      } catch (IOException e) {
        throw new EngineFailure(
            "Cannot read %s: expected a file at %s that this user may read, found %s. Correct --file."
                .formatted(what, file.toAbsolutePath(), e.getClass().getSimpleName()),
            e);
      }
    }
    Console console = System.console();
    if (console != null && isTerminal(console)) {
      return ask(console, what);
    }
    return readStandardInput(what);
  }

  /** Reads a password from standard input, for {@code --password-stdin}. */
  static char[] readPassword() {
    try (Secret line = readStandardInput("the password")) {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes()));
      char[] password = new char[text.remaining()];
      text.get(password);
      return password;
    } catch (CharacterCodingException e) {
      throw new EngineFailure(
          "Cannot read the password: expected UTF-8 on standard input, found other bytes.", e);
    }
  }

  private static Secret readStandardInput(String what) {
    try {
      return read(what, "standard input", System.in);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot read %s from standard input: \"%s\".".formatted(what, e.getMessage()), e);
    }
  }

  private static Secret read(String what, String from, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Secrets.MOST_BYTES + 2);
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\n') {
      length -= length > 1 && bytes[length - 2] == '\r' ? 2 : 1;
    }
    byte[] value = Arrays.copyOf(bytes, length);
    Arrays.fill(bytes, (byte) 0);
    if (length == 0 || length > Secrets.MOST_BYTES) {
      throw new EngineFailure(
          "Cannot read %s: expected 1 to %,d bytes in %s, found %s."
              .formatted(what, Secrets.MOST_BYTES, from, length == 0 ? "nothing" : "more"));
    }
    Secret secret = Secret.of(value);
    Arrays.fill(value, (byte) 0);
    return secret;
  }

  private static Secret ask(Console console, String what) {
    char[] first = console.readPassword("Type %s (it is not shown): ", what);
    char[] second = console.readPassword("And again: ");
    if (first == null || first.length == 0 || !Arrays.equals(first, second)) {
      throw new EngineFailure(
          "Cannot take %s: expected the same text twice, found %s. Nothing was stored."
              .formatted(what, first == null || first.length == 0 ? "none" : "two texts"));
    }
    Secret secret = Secret.of(first);
    Arrays.fill(first, '\0');
    Arrays.fill(second, '\0');
    return secret;
  }

  /** From Java 22 on there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
