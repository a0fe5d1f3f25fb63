package org.fxbb.cron.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as it ran, by the plan that auto_explain logged.
 *
 * @param query its text, parameters as {@code $1}
 * @param plan the root of the plan tree
 */
record LoggedPlan(String query, JsonNode plan) {
  private static final String PLAN = "plan:\n";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Every plan of a log that TestDatabase.createExplained writes, in order. */
  static List<LoggedPlan> read(Path log) throws IOException {
    List<LoggedPlan> plans = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines.forEach(
          line -> {
            String message = JSON.readTree(line).path("message").asString("");
            int start = message.indexOf(PLAN);
            if (start >= 0) {
              JsonNode logged = JSON.readTree(message.substring(start + PLAN.length()));
              plans.add(
                  new LoggedPlan(logged.path("Query Text").asString(""), logged.path("Plan")));
            }
          });
    }
    return plans;
  }

  /**
   * Which partitions were read, by parent; those that pruning left out while it ran are not among
   * them.
   *
   * @param parents parent of each partition
   */
  Map<String, Set<String>> partitionsRead(Map<String, String> parents) {
    Map<String, Set<String>> read = new TreeMap<>();
    walk(
        plan,
        node -> {
          String relation = node.path("Relation Name").asString("");
          String parent = parents.get(relation);
          boolean scan = node.path("Node Type").asString("").endsWith("Scan");
          if (parent != null && scan && node.path("Actual Loops").asDouble(1) > 0) {
            read.computeIfAbsent(parent, p -> new TreeSet<>()).add(relation);
          }
        });
    return read;
  }

  /** The indexes that it uses. */
  Set<String> indexes() {
    Set<String> used = new TreeSet<>();
    walk(
        plan,
        node -> {
          String index = node.path("Index Name").asString("");
          if (!index.isEmpty()) {
            used.add(index);
          }
        });
    return used;
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    visitor.accept(node);
    for (JsonNode child : node.path("Plans")) {
      walk(child, visitor);
    }
  }
}
