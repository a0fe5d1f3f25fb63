package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.cron.doctor.Finding;
import org.fxbb.cron.doctor.Listing;
import org.fxbb.cron.doctor.Section;

/** How {@code fxbb doctor} writes what it saw. */
final class DoctorPrint {
  private static final int WIDTH = 100;
  private static final Pattern SPACE = Pattern.compile(" ");

  private final Output output;

  DoctorPrint(Output output) {
    this.output = output;
  }

  /** Every section, and below them what should be changed. */
  void print(List<Section> sections) {
    List<Finding> findings =
        sections.stream().flatMap(section -> section.findings().stream()).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    sections.forEach(section -> document.put(section.name(), section.data()));
    document.put("findings", findings);
    output.print(
        document,
        writer -> {
          sections.forEach(section -> write(writer, section));
          write(writer, findings);
        });
  }

  /** The checksum of every table and of all. */
  void print(Checksum.Result result) {
    output.print(
        Map.of("checksum", result.all(), "tables", result.tables()),
        writer -> {
          Output.table(
              writer,
              List.of("table", "rows", "sha-256"),
              result.tables().entrySet().stream()
                  .map(
                      entry ->
                          List.of(
                              entry.getKey(),
                              "%,d".formatted(entry.getValue().rows()),
                              entry.getValue().sha256().substring(0, 16) + "..."))
                  .toList());
          writer.println(result.all());
        });
  }

  private static void write(PrintWriter writer, Section section) {
    writer.println(section.title());
    Listing listing = section.listing();
    if (listing != null && listing.rows().isEmpty()) {
      writer.println("  none");
    } else if (listing != null) {
      Output.table(writer, listing.headings(), listing.rows());
    }
    section.notes().forEach(note -> wrap(writer, "  ", note));
    writer.println();
  }

  private static void write(PrintWriter writer, List<Finding> findings) {
    writer.println(findings.isEmpty() ? "No findings." : "Findings");
    int number = 0;
    for (Finding finding : findings) {
      number++;
      wrap(writer, "  %d. ".formatted(number), finding.text());
    }
  }

  /** Writes a text in lines of at most {@link #WIDTH} characters, indented like its first one. */
  private static void wrap(PrintWriter writer, String lead, String text) {
    StringBuilder line = new StringBuilder(lead);
    for (String word : SPACE.split(text, -1)) {
      if (line.length() > lead.length() && line.length() + word.length() > WIDTH) {
        writer.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(lead.length()));
      }
      line.append(word).append(' ');
    }
    writer.println(line.toString().stripTrailing());
  }
}
