package org.fxbb.reports.table;

/**
 * A text that people read, in English and in Bangla.
 *
 * @param en English
 * @param bn Bangla; empty where the data has none
 */
public record Label(String en, String bn) {
  /** A label in both languages. */
  public static Label of(String en, String bn) {
    return new Label(en, bn);
  }
}
