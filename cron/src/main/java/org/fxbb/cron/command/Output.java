package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.fxbb.jobs.run.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints a command's result once: as text for people, or as one JSON document for machines. */
final class Output {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Period.DHAKA);

  /** Columns of a terminal. */
  private static final int LONGEST_LINE = 100;

  /** Control characters, line ends and marks of direction. */
  private static final Pattern COMMANDS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]");

  private final PrintWriter writer;
  private final boolean json;

  Output(PrintWriter writer, boolean json) {
    this.writer = writer;
    this.json = json;
  }

  /** Prints the document when JSON was asked for, else lets the text be written. */
  void print(Map<String, ?> document, Consumer<PrintWriter> text) {
    if (json) {
      writer.println(JSON.writeValueAsString(document));
    } else {
      text.accept(writer);
    }
    writer.flush();
  }

  /** Prints a line for people; nothing when JSON was asked for. */
  void say(String line) {
    if (!json) {
      writer.println(line);
      writer.flush();
    }
  }

  /** A time as a table shows it, in Asia/Dhaka; nothing for null. */
  static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }

  /** Prints rows in columns as wide as their widest cell; numbers to the right. */
  static void table(PrintWriter writer, List<String> headings, List<List<String>> rows) {
    List<List<String>> shown = shown(rows);
    print(writer, headings, shown, widths(headings, shown));
  }

  /**
   * The same for reading, not for copying from: where a line would be longer than a terminal, the
   * widest columns are narrowed and the middle of their longer cells is left out.
   */
  static void fittedTable(PrintWriter writer, List<String> headings, List<List<String>> rows) {
    List<List<String>> shown = shown(rows);
    int[] widths = widths(headings, shown);
    while (Arrays.stream(widths).sum() + 2 * widths.length > LONGEST_LINE) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      widths[widest]--;
    }
    print(writer, headings, shown, widths);
  }

  /** File names are their senders': nothing in them may command a terminal or turn a line. */
  private static List<List<String>> shown(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(cell -> COMMANDS.matcher(cell).replaceAll("?")).toList())
        .toList();
  }

  private static int[] widths(List<String> headings, List<List<String>> rows) {
    int[] widths = new int[headings.size()];
    for (int column = 0; column < widths.length; column++) {
      int index = column;
      widths[column] =
          Math.max(
              headings.get(column).length(),
              rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
    }
    return widths;
  }

  private static void print(
      PrintWriter writer, List<String> headings, List<List<String>> rows, int[] widths) {
    writer.println("  " + line(headings, widths));
    rows.forEach(row -> writer.println("  " + line(row, widths)));
  }

  /** Prints a sentence in lines that fit a terminal. */
  static void wrap(PrintWriter writer, String sentence) {
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > LONGEST_LINE) {
        writer.println(line);
        line.setLength(0);
        line.append("  ");
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    writer.println(line);
  }

  private static String fit(String cell, int width) {
    if (cell.length() <= width) {
      return cell;
    }
    int head = (width - 1) / 2;
    return cell.substring(0, head) + "…" + cell.substring(cell.length() - (width - 1 - head));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = fit(cells.get(column), widths[column]);
      String space = " ".repeat(widths[column] - cell.length());
      boolean number = !cell.isEmpty() && Character.isDigit(cell.charAt(0)) && !cell.contains("-");
      line.append(number ? space + cell : cell + space).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
