package org.fxbb.cron.sftp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A path as a client names it, below the root of its account: decided by its letters alone, before
 * anything is looked at on disk.
 *
 * <p><b>Shape</b>: {@code /}, a folder of {@link #FOLDERS}, a file directly in {@code inbox} or
 * {@code try}, or anything below {@code outbox}. {@code ..} never leads above the root. A name has
 * at most {@value #LONGEST_NAME} bytes in UTF-8, no control characters, no backslash, and does not
 * begin with a point: such names are the server's own and ignored by the intake.
 *
 * <p><b>Errors</b>: {@link Refusal}, as not existing for what lies outside, as denied for a name
 * that no file may have.
 *
 * @param names from the root on; empty = the root
 */
record RemotePath(List<String> names) {
  /** What an account may have in its root. */
  static final List<String> FOLDERS = List.of("inbox", "try", "outbox");

  /** Longest name of a file, so that there is room for the server's own additions. */
  static final int LONGEST_NAME = 200;

  /** Of whatever lies outside, whether or not there is such a thing. */
  static final String ABSENT = "There is no such file or folder in this account.";

  private static final int LONGEST_PATH = 4_096;
  private static final String OUTBOX = "outbox";

  /** Reads what a client sent; relative paths count from the root. */
  static RemotePath parse(String text) throws Refusal {
    if (text.length() > LONGEST_PATH) {
      throw Refusal.denied(
          "The path is longer than %,d characters. Shorten it.".formatted(LONGEST_PATH));
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : text.split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        refuseOdd(name);
        names.addLast(name);
      }
    }
    RemotePath path = new RemotePath(List.copyOf(names));
    if (path.isOutside()) {
      throw Refusal.absent(ABSENT);
    }
    return path;
  }

  private static void refuseOdd(String name) throws Refusal {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw Refusal.denied("The name is longer than %d bytes. Shorten it.".formatted(LONGEST_NAME));
    }
    boolean odd =
        name.startsWith(".")
            || name.codePoints()
                .anyMatch(
                    c ->
                        c == '\\'
                            || c == '\uFFFD'
                            || switch (Character.getType(c)) {
                              case Character.CONTROL,
                                  Character.FORMAT,
                                  Character.SURROGATE,
                                  Character.LINE_SEPARATOR,
                                  Character.PARAGRAPH_SEPARATOR ->
                                  c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
                              default -> false;
                            });
    if (odd) {
      throw Refusal.denied(
          "A name may not begin with a point or have control characters or backslashes. Rename the file.");
    }
  }

  /** Bangla is written with these two, so they are no oddities. */
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private boolean isOutside() {
    return !names.isEmpty()
        && (!FOLDERS.contains(folder()) || (names.size() > 2 && !folder().equals(OUTBOX)));
  }

  /** The folder of the account that it is or lies in; empty for the root. */
  String folder() {
    return names.isEmpty() ? "" : names.get(0);
  }

  /** Whether it is a file of the sender, which may be there or not. */
  boolean isUpload() {
    return names.size() == 2 && !folder().equals(OUTBOX);
  }

  /** Its last name. */
  String name() {
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  @Override
  public String toString() {
    return "/" + String.join("/", names);
  }
}
