package org.fxbb.readers.notice;

import java.util.List;

/** Writes RULES.md from the catalogue. */
final class RulesPage {

  private RulesPage() {}

  static String write() {
    StringBuilder page =
        new StringBuilder(
            """
            # Rules

            Every notice the engine can give, generated from `org.fxbb.readers.notice`; do not edit by hand.
            FATAL refuses the file, ERROR the row, record or line, WARNING and INFO load it.
            `{row}`, `{column}`, `{found}` and `{expected}` stand for the facts of the case.
            Codes are stable: they are never renamed.
            """);
    for (Class<?> group : Notice.class.getPermittedSubclasses()) {
      page.append("\n## ").append(title(group)).append("\n");
      for (NoticeRule rule : NoticeCatalogue.listGroup(group)) {
        NoticeText text = rule.text();
        page.append("\n### `")
            .append(rule.code())
            .append("` ")
            .append(rule.severity())
            .append("\n\n");
        for (String line :
            List.of(
                text.en(),
                "Fix: " + text.fix(),
                text.bn(),
                "করণীয়: " + text.fixBn(),
                "Example: " + text.example())) {
          page.append("- ").append(escape(line)).append("\n");
        }
      }
    }
    return page.toString();
  }

  private static String title(Class<?> group) {
    return switch (group.getSimpleName()) {
      case "FileNotice" -> "Files";
      case "RowNotice" -> "Rows and cells of CSV files";
      case "FilingNotice" -> "Figures of one filed row";
      case "AcrossNotice" -> "Across files and months";
      case "AgentNotice" -> "Dumps of agents";
      default -> group.getSimpleName();
    };
  }

  private static String escape(String text) {
    return text.replace("<", "&lt;").replace("_", "\\_").replace("*", "\\*");
  }
}
