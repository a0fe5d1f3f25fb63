package org.fxbb.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The 81 tables of the twelve steps, by step (specification 3). */
final class TablesByStep {
  private static final Pattern LINE = Pattern.compile("(\\d+) ([^:]+): (.+)");

  private TablesByStep() {}

  /**
   * One step.
   *
   * @param number 1 to 12
   * @param title such as {@code Foundation}
   * @param tables names
   */
  record Step(int number, String title, List<String> tables) {}

  static List<Step> read() {
    return Resource.text("tables-by-step.txt").lines().map(TablesByStep::step).toList();
  }

  private static Step step(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("tables-by-step.txt: not \"<n> <title>: <names>\": " + line);
    }
    return new Step(
        Integer.parseInt(parts.group(1)), parts.group(2), Arrays.asList(parts.group(3).split(" ")));
  }
}
