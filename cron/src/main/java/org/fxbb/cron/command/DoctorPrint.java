package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.cron.doctor.Finding;
import org.fxbb.cron.doctor.Listing;
import org.fxbb.cron.doctor.Section;

/** How {@code fxbb doctor} writes what it saw. */
final class DoctorPrint {
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
    section.notes().forEach(note -> writer.println("  " + note));
    writer.println();
  }

  private static void write(PrintWriter writer, List<Finding> findings) {
    writer.println(findings.isEmpty() ? "No findings." : "Findings");
    int number = 0;
    for (Finding finding : findings) {
      number++;
      writer.printf(
          "  %d. %s: expected %s, found %s.%n     %s%n",
          number, finding.what(), finding.expected(), finding.found(), finding.advice());
    }
  }
}
