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
    return fill(text.en(), false, row, column, found, expected);
  }

  /** The Bangla sentence; facts that are null print as nothing. */
  public String messageBn(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.bn(), true, row, column, found, expected);
  }

  /** What to do, in English. */
  public String fix(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.fix(), false, row, column, found, expected);
  }

  /** What to do, in Bangla. */
  public String fixBn(
      @Nullable Long row,
      @Nullable String column,
      @Nullable String found,
      @Nullable String expected) {
    return fill(text.fixBn(), true, row, column, found, expected);
  }

  /**
   * One pass over the template, so that braces inside a found value stay as they are. In Bangla the
   * engine's own words become Bangla; what stands in quotation marks is the sender's.
   */
  private static String fill(
      String template,
      boolean bangla,
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
      boolean quoted = open > 0 && template.charAt(open - 1) == '"';
      String plain = fact == null ? "" : fact.toString();
      out.append(bangla && !quoted ? BanglaFacts.of(plain) : plain);
      from = close + 1;
    }
  }
}
