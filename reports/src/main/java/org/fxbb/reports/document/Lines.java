package org.fxbb.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaking of text into lines that fit a width. */
final class Lines {
  private static final Pattern BREAK = Pattern.compile(" (?!%)");

  private Lines() {}

  /**
   * Breaks at spaces except before a percent sign, and inside a word only where the word alone is
   * too wide.
   *
   * @return at least one line
   */
  static List<String> fit(Fonts fonts, String text, TextStyle style, float width) {
    List<String> lines = new ArrayList<>(2);
    String line = "";
    for (String word : BREAK.split(text, -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fonts.width(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (fonts.width(line, style) > width && line.length() > 1) {
        int end = line.length() - 1;
        while (end > 1 && fonts.width(line.substring(0, end), style) > width) {
          end--;
        }
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    return lines;
  }

  /** Width of the widest word: the narrowest column that breaks no word. */
  static float widestWord(Fonts fonts, String text, TextStyle style) {
    float widest = 0;
    for (String word : BREAK.split(text, -1)) {
      widest = Math.max(widest, fonts.width(word, style));
    }
    return widest;
  }
}
