package org.fxbb.migrations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxbb.migrations.SchemaCatalog.Row;
import org.fxbb.migrations.TablesByStep.Step;

/** Writes SCHEMA.md: every table by step, with its columns, keys, indexes and relations. */
final class SchemaPage {
  private static final Pattern ONE_OF = Pattern.compile("(\\w+) = ANY \\(ARRAY\\[(.*?)]\\)");
  private static final Pattern DOUBLE = Pattern.compile("^CHECK \\(\\((.*)\\)\\)$");
  private static final String INTRODUCTION =
      """
      # The database, table by table

      Written from the migrated database by `SchemaDocumentIT`; do not edit it. Conventions and roles: [README.md](README.md).
      Bulk tables (time series, slots, roll-ups, ledgers) have no foreign keys: their ids are resolved when a load merges them, and `fxbb doctor --orphans` looks for strays.
      `[pii]` marks personal data, `[secret]` hashes and ciphertext.

      """;

  private final SchemaCatalog catalog;
  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  private SchemaPage(SchemaCatalog catalog) {
    this.catalog = catalog;
  }

  static String write(SchemaCatalog catalog, List<Step> steps) {
    return new SchemaPage(catalog).write(steps);
  }

  private String write(List<Step> steps) {
    List<Step> sections = new ArrayList<>(steps);
    sections.add(beyond(steps));
    page.append("| step | tables |\n|---|---|\n");
    sections.forEach(this::contents);
    page.append("| [Views](#views) | ").append(links(views())).append(" |\n");
    page.append("| [Functions](#functions) | what is allowed only through the owner |\n");
    page.append("| [Other schemas](#other-schemas) | staging, Spring Batch, Quartz |\n");
    sections.forEach(this::section);
    page.append("\n## Views\n");
    views().forEach(this::table);
    functions();
    others();
    return page.toString();
  }

  private Step beyond(List<Step> steps) {
    Set<String> rest = new TreeSet<>(catalog.tables().keySet());
    steps.forEach(step -> step.tables().forEach(rest::remove));
    views().forEach(rest::remove);
    return new Step(0, "Beyond the twelve steps", List.copyOf(rest));
  }

  private List<String> views() {
    return catalog.tables().values().stream()
        .filter(table -> table.is("is_view"))
        .map(table -> table.get("name"))
        .toList();
  }

  private static String title(Step step) {
    return step.number() == 0 ? step.title() : step.number() + " " + step.title();
  }

  private void contents(Step step) {
    String anchor = title(step).toLowerCase(Locale.ROOT).replace(' ', '-');
    page.append("| [%s](#%s) | %s |\n".formatted(title(step), anchor, links(step.tables())));
  }

  private static String links(List<String> names) {
    return names.stream()
        .map(name -> "[%s](#%s)".formatted(name, name))
        .collect(Collectors.joining(", "));
  }

  private void section(Step step) {
    page.append("\n## ").append(title(step)).append("\n\n```mermaid\nerDiagram\n");
    for (String table : step.tables()) {
      List<Row> foreignKeys = rules(table, "3");
      if (foreignKeys.isEmpty()) {
        page.append("  ").append(table).append("\n");
      }
      for (Row key : foreignKeys) {
        page.append(
            "  %s }o--%s %s : \"%s\"\n"
                .formatted(
                    table,
                    key.is("target_required") ? "||" : "o|",
                    key.get("target"),
                    key.get("definition").replaceAll("^FOREIGN KEY \\((.*?)\\).*", "$1")));
      }
    }
    page.append("```\n");
    step.tables().forEach(this::table);
  }

  private List<Row> rules(String table, String kind) {
    return catalog.rules().getOrDefault(table, List.of()).stream()
        .filter(rule -> rule.get("kind").equals(kind))
        .toList();
  }

  private void table(String name) {
    Row table = catalog.tables().get(name);
    if (table == null) {
      page.append("\n### %s\n\nNot there yet.\n".formatted(name));
      return;
    }
    page.append("\n### %s\n\n%s\n".formatted(name, cell(table.get("comment"))));
    if (!table.get("partitioning").isEmpty()) {
      page.append("Partitioned by ").append(table.get("partitioning")).append(".\n");
    }
    if (table.is("row_security")) {
      page.append("Row security: an ISP sees its own rows only.\n");
    }
    page.append("\n| column | type | | about |\n|---|---|---|---|\n");
    catalog.columns().getOrDefault(name, List.of()).forEach(column -> column(table, column));
    List<Row> rules =
        catalog.rules().getOrDefault(name, List.of()).stream()
            .sorted(Comparator.comparing((Row rule) -> rule.get("kind")))
            .toList();
    if (!rules.isEmpty()) {
      page.append("\n");
      rules.forEach(this::rule);
    }
  }

  private void column(Row table, Row column) {
    String presence = table.is("is_view") ? "" : column.is("required") ? "required" : "";
    List<String> about = new ArrayList<>();
    if (column.is("generated")) {
      about.add("numbered by the database");
    }
    if (!column.get("default_value").isEmpty()) {
      about.add("default `" + column.get("default_value") + "`");
    }
    if (!column.get("comment").isEmpty()) {
      about.add(column.get("comment"));
    }
    page.append(
        "| `%s` | %s | %s | %s |\n"
            .formatted(
                column.get("name"),
                column.get("type").replace("timestamp with time zone", "timestamptz"),
                presence,
                cell(String.join("; ", about))));
  }

  private void rule(Row rule) {
    String definition =
        switch (rule.get("kind")) {
          case "4" -> check(rule.get("definition"));
          case "5" -> "index " + rule.get("definition");
          default -> rule.get("definition");
        };
    String comment = rule.get("comment").isEmpty() ? "" : " - " + cell(rule.get("comment"));
    page.append("- `%s`: %s%s\n".formatted(rule.get("name"), definition, comment));
  }

  /** As it was written, not as the server keeps it. */
  private static String check(String definition) {
    String plain = definition.replace("::text", "").replace("::bpchar", "");
    String listed = ONE_OF.matcher(plain).replaceAll("$1 IN ($2)");
    return "`" + DOUBLE.matcher(listed).replaceFirst("CHECK ($1)") + "`";
  }

  private void functions() {
    page.append("\n## Functions\n\n| function | returns | about |\n|---|---|---|\n");
    for (Row function : catalog.functions()) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  function.get("signature"),
                  cell(function.get("result")),
                  cell(function.get("comment"))));
    }
  }

  private void others() {
    page.append("\n## Other schemas\n\n| table | about |\n|---|---|\n");
    for (Row other : catalog.others()) {
      page.append(
          "| `%s.%s` | %s |\n"
              .formatted(other.get("schema_name"), other.get("name"), cell(other.get("comment"))));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }
}
