package org.fxbb.readers.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of the words that exist somebody may have meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The words with the fewest edits first, and by alphabet among equals.
   *
   * @param most how many at most
   */
  public static List<String> list(String word, Collection<String> candidates, int most) {
    return candidates.stream()
        .sorted(
            Comparator.comparingInt((String candidate) -> edits(word, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** Levenshtein distance: letters to add, take away or change. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
