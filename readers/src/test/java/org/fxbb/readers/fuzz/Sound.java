package org.fxbb.readers.fuzz;

import java.util.Arrays;
import java.util.List;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.NoticeRule;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;

/** What holds for anything that a reader says, whatever it was given. */
public final class Sound {
  private Sound() {}

  /** Fails with what does not hold, and the facts. */
  public static void check(boolean holds, String what, @Nullable Object... facts) {
    if (!holds) {
      throw new AssertionError(what + ": " + Arrays.asList(facts));
    }
  }

  /** A text that the database takes: no NUL, and no half of a pair of characters. */
  public static void text(@Nullable String text) {
    if (text == null) {
      return;
    }
    check(text.indexOf('\0') < 0, "NUL in a text", text);
    check(
        text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff),
        "half of a pair in a text",
        text);
  }

  /** A notice of the catalogue, whose texts are the same again from its stored facts. */
  public static void notice(Notice notice) {
    NoticeRule rule = NoticeCatalogue.findByCode(notice.code()).orElseThrow();
    Long row = notice.rowNumber();
    String column = notice.columnName();
    String found = notice.found();
    String expected = notice.expected();
    check(row == null || row > 0, "a notice with an odd row", notice.code(), row);
    text(column);
    text(found);
    text(expected);
    check(
        found == null || found.length() <= NoticeCatalogue.LONGEST_FACT,
        "a notice quotes too much",
        notice.code(),
        found);
    List<String> told = List.of(notice.message(), notice.messageBn(), notice.fix(), notice.fixBn());
    List<String> again =
        List.of(
            rule.message(row, column, found, expected),
            rule.messageBn(row, column, found, expected),
            rule.fix(row, column, found, expected),
            rule.fixBn(row, column, found, expected));
    check(
        told.equals(again),
        "a notice says something else from its facts",
        notice.code(),
        told,
        again);
    check(told.stream().noneMatch(String::isBlank), "a notice says nothing", notice.code(), told);
  }

  /** Notices of which one at least costs what they are about. */
  public static void reasons(List<Notice> notices) {
    notices.forEach(Sound::notice);
    check(
        notices.stream().anyMatch(n -> n.severity().compareTo(Severity.ERROR) <= 0),
        "rejected without a reason",
        notices);
  }
}
