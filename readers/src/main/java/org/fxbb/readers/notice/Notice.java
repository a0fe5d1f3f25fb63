package org.fxbb.readers.notice;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or worth saying, about what a sender delivered.
 *
 * <p>Every notice is a record named after the invalid condition; its code, severity and text come
 * from its class, its facts are the four fields below. The four facts and the code are all that has
 * to be stored: {@link NoticeCatalogue} renders the same text from them.
 *
 * <p><b>Source:</b> spec 4.11.
 */
public sealed interface Notice
    permits FileNotice, RowNotice, FilingNotice, AcrossNotice, AgentNotice {

  /**
   * Stable public code in snake case, from the class name: {@code NotANumberNotice} is {@code
   * not_a_number}.
   */
  default String code() {
    return NoticeCatalogue.of(getClass()).code();
  }

  /** The code of the worst of some notices, the first of equals; empty for none. */
  static String worst(List<Notice> notices) {
    return notices.stream()
        .min(Comparator.comparing(Notice::severity))
        .map(Notice::code)
        .orElse("");
  }

  /** The grade the catalogue gives; policy may re-grade or suspend the rule. */
  default Severity severity() {
    return NoticeCatalogue.of(getClass()).severity();
  }

  /**
   * Where in the file: for CSV the row number as a spreadsheet shows it (the header is row 1, the
   * first data record row 2), for dumps the line number from 1. Null where the whole file is meant.
   */
  default @Nullable Long rowNumber() {
    return null;
  }

  /**
   * The column, as the feed declares it, or the JSON field with its path; null where none is meant.
   */
  default @Nullable String columnName() {
    return null;
  }

  /** What was found, at most {@link NoticeCatalogue#LONGEST_FACT} characters of it. */
  default @Nullable String found() {
    return null;
  }

  /** What would have been right. */
  default @Nullable String expected() {
    return null;
  }

  /** What is wrong and what happened, in English, with the facts filled in. */
  default String message() {
    return NoticeCatalogue.of(getClass()).message(rowNumber(), columnName(), found(), expected());
  }

  /** The same in Bangla. */
  default String messageBn() {
    return NoticeCatalogue.of(getClass()).messageBn(rowNumber(), columnName(), found(), expected());
  }

  /** What the sender should do, in English. */
  default String fix() {
    return NoticeCatalogue.of(getClass()).fix(rowNumber(), columnName(), found(), expected());
  }

  /** What the sender should do, in Bangla. */
  default String fixBn() {
    return NoticeCatalogue.of(getClass()).fixBn(rowNumber(), columnName(), found(), expected());
  }
}
