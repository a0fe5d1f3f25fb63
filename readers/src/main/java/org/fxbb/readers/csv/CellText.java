package org.fxbb.readers.csv;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Small text work on cells. Source: spec 4.3. */
final class CellText {

  /** Grouping commas, western or of the subcontinent, as spec 4.3 gives them. */
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d+)?");

  /** Byte order mark, zero width space and joiner of words, and the marks of direction. */
  private static final String WITHOUT_WIDTH =
      "\uFEFF\u200B\u2060\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private static final char BANGLA_ZERO = '০';
  private static final char BANGLA_NINE = '৯';

  private CellText() {}

  /** White space, no-break spaces, and the marks without width that spreadsheets leave behind. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || WITHOUT_WIDTH.indexOf(c) >= 0;
  }

  /** At most so many characters from the beginning of a text, no pair of them cut in half. */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean inPair = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, inPair ? most - 1 : most);
  }

  /** Without the spaces around it. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** With Latin digits in the place of Bangla ones. */
  static String latinDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= BANGLA_ZERO && c <= BANGLA_NINE) {
        char[] chars = text.toCharArray();
        for (int k = i; k < chars.length; k++) {
          if (chars[k] >= BANGLA_ZERO && chars[k] <= BANGLA_NINE) {
            chars[k] = (char) ('0' + chars[k] - BANGLA_ZERO);
          }
        }
        return new String(chars);
      }
    }
    return text;
  }

  /** Without grouping commas, where the whole text is a grouped number; otherwise as it is. */
  static String ungroup(String text) {
    return text.indexOf(',') >= 0 && GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
  }

  /**
   * One of the two encodings of Bangla letters that have two, which looks the same to everybody.
   */
  static String compose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The first character that no text has, line ends and tabs apart; -1 where there is none. */
  static int findControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
    }
    return -1;
  }
}
