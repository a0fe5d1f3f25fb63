package org.fxbb.reports.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.reports.table.Cell;
import org.fxbb.reports.table.Label;
import org.fxbb.reports.table.Row;
import org.fxbb.reports.table.Table;

/** What an ISP should do next, read off its own tables: only what applies, gravest first. */
final class Advice {
  private Advice() {}

  static List<Label> of(ScorecardTables tables, String isp) {
    List<Label> advice = new ArrayList<>();
    filings(tables.get(ScorecardLayouts.FILINGS, isp), advice);
    violations(tables.get(ScorecardLayouts.VIOLATIONS, isp), advice);
    discrepancies(tables.get(ScorecardLayouts.DISCREPANCIES, isp), advice);
    measurement(tables.get(ScorecardLayouts.PARAMETERS, isp), advice);
    if (advice.isEmpty()) {
      advice.add(
          Label.of(
              "Nothing is asked of you this month.", "এ মাসে আপনার কাছে কিছু চাওয়া হচ্ছে না।"));
    }
    return advice;
  }

  private static void filings(Table table, List<Label> advice) {
    List<String> missing = named(table, "feed", "state", "MISSING");
    if (!missing.isEmpty()) {
      advice.add(
          Label.of(
              "File what is missing at once: " + String.join(", ", missing) + ".",
              "অনুপস্থিত দাখিল অবিলম্বে জমা দিন।"));
    }
    List<String> late = named(table, "feed", "state", "LATE");
    if (!late.isEmpty()) {
      advice.add(
          Label.of(
              "File on time next month; late this month: " + String.join(", ", late) + ".",
              "আগামী মাসে যথাসময়ে দাখিল করুন।"));
    }
  }

  private static void violations(Table table, List<Label> advice) {
    List<String> grave = new ArrayList<>(named(table, "parameter", "severity", "CRITICAL"));
    grave.addAll(named(table, "parameter", "severity", "HIGH"));
    if (!grave.isEmpty()) {
      advice.add(
          Label.of(
              "Repair first, critical or high: " + String.join(", ", grave) + ".",
              "গুরুতর লঙ্ঘনগুলো আগে সংশোধন করুন।"));
    }
    if (!table.rows().isEmpty()) {
      advice.add(
          Label.of(
              "If you disagree with a violation, reply with its number within the reply period.",
              "কোনো লঙ্ঘনের বিষয়ে আপত্তি থাকলে তার নম্বর উল্লেখ করে নির্ধারিত সময়ে জবাব দিন।"));
    }
  }

  private static void discrepancies(Table table, List<Label> advice) {
    List<String> open = named(table, "name", "band", "INVESTIGATE");
    if (!open.isEmpty()) {
      advice.add(
          Label.of(
              "Explain or correct: " + String.join(", ", open) + ".",
              "অসঙ্গতির ব্যাখ্যা দিন অথবা সংশোধিত দাখিল করুন।"));
    }
  }

  private static void measurement(Table table, List<Label> advice) {
    List<String> unmeasured = named(table, "parameter", "verdict", "NOT_MEASURED");
    if (!unmeasured.isEmpty()) {
      advice.add(
          Label.of(
              "See that the agents at your PoPs are powered, connected and assigned; not measured: "
                  + String.join(", ", unmeasured)
                  + ".",
              "আপনার পপের এজেন্টগুলো চালু, সংযুক্ত ও নিবন্ধিত আছে কি না দেখুন।"));
    }
  }

  private static List<String> named(Table table, String name, String column, String code) {
    List<String> names = new ArrayList<>();
    for (Row row : table.rows()) {
      if (table.cell(row, column) instanceof Cell.Code found && found.code().equals(code)) {
        names.add(table.cell(row, name).text());
      }
    }
    return names;
  }
}
