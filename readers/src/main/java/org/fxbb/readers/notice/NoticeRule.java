package org.fxbb.readers.notice;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the catalogue: a notice without its facts.
 *
 * <p>Answers to senders are written from the database, where only code and facts are kept; this is
 * what turns them into sentences again.
 *
 * @param code stable snake case code
 * @param group the file of the catalogue it belongs to, such as {@code RowNotice}
 * @param text severity, templates and example
 */
public record NoticeRule(String code, String group, NoticeText text) {

  /** The grade unless policy re-grades the rule. */
  public Severity severity() {
    return text.severity();
  }

  /** The English sentence; facts that are null print as nothing. */
  public String message(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.en(), row, column, found, expected);
  }

  /** The Bangla sentence; facts that are null print as nothing. */
  public String messageBn(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.bn(), row, column, found, expected);
  }

  /** What to do, in English. */
  public String fix(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.fix(), row, column, found, expected);
  }

  /** What to do, in Bangla. */
  public String fixBn(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.fixBn(), row, column, found, expected);
  }

  /** One pass over the template, so that braces inside a found value stay as they are. */
  private static String fill(
      String template,
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    StringBuilder out = new StringBuilder(template.length() + 64);
    int from = 0;
    while (true) {
      int open = template.indexOf('{', from);
      if (open < 0) {
        return out.append(template, from, template.length()).toString();
      }
      int close = template.indexOf('}', open);
      out.append(template, from, open);
      String name = template.substring(open + 1, close);
      Object fact =
          switch (name) {
            case "row" -> row;
            case "column" -> column;
            case "found" -> found;
            case "expected" -> expected;
            default -> throw new IllegalStateException("Notice text has no fact named " + name);
          };
      out.append(fact == null ? "" : fact);
      from = close + 1;
    }
  }
}
