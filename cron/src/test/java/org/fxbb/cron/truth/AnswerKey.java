package org.fxbb.cron.truth;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's answer key, each entry as one line in the words of {@link Findings}. */
final class AnswerKey {
  private final JsonNode faults;

  AnswerKey(Path file) {
    this.faults = JsonMapper.builder().build().readTree(file.toFile()).get("faults");
  }

  /** What the tables must show. */
  Set<String> findings() {
    Set<String> lines = new TreeSet<>();
    Map<String, Integer> quarantined = new TreeMap<>();
    for (JsonNode fault : faults) {
      JsonNode expect = fault.get("expect");
      String line = line(fault, expect);
      if (line.startsWith("quarantine")) {
        quarantined.merge(line, expect.get("count").intValue(), Integer::sum);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    quarantined.forEach((line, count) -> lines.add(join(line, count.toString())));
    return lines;
  }

  /** Codes of notices that the faults may raise beside what they must. */
  Set<String> notices() {
    Set<String> codes = new TreeSet<>();
    for (JsonNode fault : faults) {
      JsonNode expect = fault.get("expect");
      if (Set.of("submission_notices", "quarantined_rows").contains(text(expect, "table"))) {
        codes.add(text(expect, "code"));
      }
      if (expect.has("may_raise")) {
        expect.get("may_raise").forEach(code -> codes.add(code.stringValue()));
      }
    }
    return codes;
  }

  private static String line(JsonNode fault, JsonNode expect) {
    String isp = text(fault, "isp");
    String pop = text(fault, "pop");
    String code = text(expect, "code");
    String file = text(fault, "file");
    return switch (text(expect, "table")) {
      case "sla_violations" -> join("violation", isp, pop, code);
      case "discrepancy_detections" -> join("discrepancy", isp, code, text(expect, "band"));
      case "outages" -> join("outage", pop, text(expect, "started_at"), text(expect, "ended_at"));
      case "availability_slots" ->
          code.equals("OUTAGE")
              ? "" // told by its outage
              : join("slots", pop, code, text(expect, "started_at"), text(expect, "ended_at"));
      case "filing_feeds" -> join("filing", isp, text(expect, "feed"), code);
      case "quarantined_rows" -> join("quarantine", file, code);
      case "ts_interface_metrics" ->
          join("reset", pop, text(expect, "time"), text(expect, "count"));
      case "submission_files" -> fileLine(file, code, expect);
      case "submission_notices" ->
          join("file", file, code.equals("unknown_agent") ? "WAITING" : "REJECTED");
      default -> throw new IllegalArgumentException("The key names an unknown table: " + expect);
    };
  }

  private static String fileLine(String file, String code, JsonNode expect) {
    return switch (code) {
      case "ACCEPTED" -> ""; // files that are simply accepted are no finding
      case "duplicate_submission" -> join("repeated", file, text(expect, "count"));
      default -> join("file", file, code);
    };
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? "-" : value.asString();
  }

  private static String join(String... words) {
    return String.join(" | ", words);
  }
}
