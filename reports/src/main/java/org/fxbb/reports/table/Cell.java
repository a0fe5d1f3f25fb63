package org.fxbb.reports.table;

import java.time.LocalDate;
import java.util.Locale;
import org.fxbb.reports.figure.Figure;

/** What stands in one cell of a {@link Table}. */
public sealed interface Cell {

  /** The cell as a person reads it, in English. */
  String text();

  /** The same in Bangla; empty where there is none. */
  default String bn() {
    return "";
  }

  /** Both languages, where there are both. */
  default String both() {
    return bn().isEmpty() ? text() : text() + " / " + bn();
  }

  /**
   * Words, in English and, where the data has it, in Bangla.
   *
   * @param text English
   * @param bn Bangla or empty
   */
  record Words(String text, String bn) implements Cell {}

  /**
   * A number.
   *
   * @param figure the rounded figure
   * @param mark sign of the footnote that qualifies it; empty for none
   */
  record Value(Figure figure, String mark) implements Cell {
    @Override
    public String text() {
      return figure.text() + mark;
    }
  }

  /**
   * A calendar day, Asia/Dhaka.
   *
   * @param day the day
   */
  record Day(LocalDate day) implements Cell {
    @Override
    public String text() {
      return day.toString();
    }
  }

  /**
   * A word from a closed list such as a tier, verdict or band, shown in sentence case.
   *
   * @param code the stored code, for example {@code NOT_MEASURED}
   */
  record Code(String code) implements Cell {
    /** The word in Bangla; empty for a code that no reader outside the regulator sees. */
    @Override
    public String bn() {
      return CodeNames.inBangla(code);
    }

    @Override
    public String text() {
      if (code.equals("OK")) {
        return code;
      }
      String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
      return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
  }

  /**
   * No number, and why: never a zero, neither good nor bad.
   *
   * @param text what is printed instead, for example {@code Not measured}
   */
  record Missing(String text) implements Cell {}
}
