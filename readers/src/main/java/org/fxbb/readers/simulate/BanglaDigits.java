package org.fxbb.readers.simulate;

/** Writes numbers in Bangla digits. */
final class BanglaDigits {

  private BanglaDigits() {}

  /** {@code text} with each of 0 to 9 replaced by its Bangla digit. */
  static String of(String text) {
    StringBuilder bangla = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bangla.append(c >= '0' && c <= '9' ? (char) ('\u09e6' + (c - '0')) : c);
    }
    return bangla.toString();
  }
}
