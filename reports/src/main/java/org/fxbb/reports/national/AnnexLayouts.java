package org.fxbb.reports.national;

import static org.fxbb.reports.figure.Unit.COUNT;
import static org.fxbb.reports.figure.Unit.LIMIT;
import static org.fxbb.reports.figure.Unit.NUMBER;
import static org.fxbb.reports.figure.Unit.PERCENT;
import static org.fxbb.reports.figure.Unit.PERCENT_FINE;

import org.fxbb.reports.table.TableLayout;

/** The columns of the method and data annexes, and of the long lists that only the workbook has. */
final class AnnexLayouts {
  static final TableLayout THRESHOLDS =
      TableLayout.of("thresholds", "Thresholds", "সীমা")
          .words("parameter", "Parameter", "পরামিতি")
          .words("applies_to", "Applies to", "প্রযোজ্য")
          .words("bound", "Bound", "সীমা ধরন")
          .number("value", "Limit", "সীমা", LIMIT)
          .words("unit", "Unit", "একক")
          .code("statistic", "Judged as", "বিচার পদ্ধতি")
          .words("of", "Share or percentile", "অংশ বা শতমক")
          .words("hours", "Hours", "সময়")
          .number("min_samples", "Tests at least", "ন্যূনতম পরীক্ষা", COUNT)
          .words("reference", "Legal reference", "আইনি সূত্র")
          .words("legal_status", "Legal status", "আইনি অবস্থা")
          .note("ASSUMED: no legal text was found; every effect of such a limit is INDICATIVE.")
          .source("Policy set in force on the first day of the month.");

  static final TableLayout POLICY_VALUES =
      TableLayout.of("policy-values", "Other numbers of judgement", "অন্যান্য নীতিমান")
          .words("name", "Name", "নাম")
          .number("value", "Value", "মান", LIMIT)
          .words("unit", "Unit", "একক")
          .words("meaning", "Meaning", "অর্থ")
          .words("reference", "Legal reference", "আইনি সূত্র")
          .words("legal_status", "Legal status", "আইনি অবস্থা")
          .source("Policy set in force on the first day of the month.");

  static final TableLayout DISCREPANCY_RULES =
      TableLayout.of("discrepancy-rules", "Discrepancy rules and bands", "অসঙ্গতির নিয়ম")
          .words("rule", "Rule", "নিয়ম")
          .words("name", "Name", "নাম")
          .words("meaning", "What is compared", "যা মেলানো হয়")
          .words("unit", "Unit", "একক")
          .number("investigate_under", "Investigate under", "তদন্ত, নিচে", LIMIT, "-")
          .number("warn_under", "Warn under", "সতর্ক, নিচে", LIMIT, "-")
          .number("warn_over", "Warn over", "সতর্ক, উপরে", LIMIT, "-")
          .number("investigate_over", "Investigate over", "তদন্ত, উপরে", LIMIT, "-")
          .words("legal_status", "Legal status", "আইনি অবস্থা")
          .source("Policy set of the month.");

  static final TableLayout SLOTS =
      TableLayout.of("slots", "Quarter hours due and what became of them", "স্লটের হিসাব")
          .words("status", "Slot", "স্লট")
          .number("slots", "Slots", "স্লট সংখ্যা", COUNT)
          .number("share", "Share", "অংশ", PERCENT_FINE)
          .note("A slot is due for each quarter hour of an active PoP with an assigned QoS agent.")
          .source("Availability slots of the month.");

  static final TableLayout ROW_BALANCE =
      TableLayout.of("row-balance", "Row balance by feed", "সারির হিসাব")
          .words("feed", "Feed", "ফিড")
          .number("files", "Files", "ফাইল", COUNT)
          .number("open", "Still open", "অসমাপ্ত", COUNT)
          .number("received", "Received", "প্রাপ্ত", COUNT)
          .number("loaded", "Loaded", "লোড", COUNT)
          .number("quarantined", "Quarantined", "পৃথককৃত", COUNT)
          .number("duplicate", "Duplicate", "পুনরাবৃত্তি", COUNT)
          .number("rejected", "Rejected", "প্রত্যাখ্যাত", COUNT)
          .number("submissions", "Submissions", "জমা", COUNT)
          .note("Received = loaded + quarantined + duplicate + rejected, in every row and file.")
          .note(
              "The files of this month: its filings, dumps with a submission in it, and registry"
                  + " and other files without a period received until the filing window closed.")
          .note("The workbook lists every file with its own balance.")
          .source("Files received for the month, registry files included.");

  static final TableLayout EXCLUDED =
      TableLayout.of("excluded-samples", "Tests left out of judgement", "বাদ দেওয়া পরীক্ষা")
          .words("parameter", "Parameter", "পরামিতি")
          .number("due", "Due", "প্রত্যাশিত", COUNT)
          .number("tests", "Entered", "অন্তর্ভুক্ত", COUNT)
          .number("agent_fault", "Agent fault", "এজেন্ট ত্রুটি", COUNT)
          .number("target_down", "Target down", "লক্ষ্য বন্ধ", COUNT)
          .number("slot", "Outage or excluded slot", "বিভ্রাট বা বাদ স্লট", COUNT)
          .number("no_reference", "No reference", "রেফারেন্স নেই", COUNT)
          .note(
              "Due: tests due in quarter hours that are neither outage nor excluded; of upstream"
                  + " utilisation, five-minute polls of all hours.")
          .note(
              "Due - entered: tests that never came (silent or unknown quarter hours), and tests that"
                  + " came when due and were left out.")
          .note(
              "The other columns: tests received and left out, by reason; those of an outage or"
                  + " excluded slot were never due.")
          .source("PoP-day values of the month.");

  static final TableLayout QUARANTINED =
      TableLayout.of("quarantined-by-code", "Quarantine by reason", "পৃথক রাখার কারণ")
          .words("code", "Notice", "নোটিশ")
          .number("rows", "Rows and records quarantined", "পৃথককৃত সারি ও রেকর্ড", COUNT)
          .number("of_rejected", "Rows kept of rejected files", "প্রত্যাখ্যাত ফাইলের সারি", COUNT)
          .number("submissions", "Submissions", "জমা", COUNT)
          .number("files", "Files", "ফাইল", COUNT)
          .note(
              "Rows and records quarantined add up to Quarantined in the row balance; rows kept of"
                  + " rejected files are among its Rejected.")
          .source("Quarantine of the files received for the month.");

  static final TableLayout FILES =
      TableLayout.of("files", "Files and their balance", "ফাইল ও হিসাব")
          .words("sender", "Sender", "প্রেরক")
          .words("file", "File", "ফাইল")
          .words("feed", "Feed", "ফিড")
          .words("received_at", "Received at (Dhaka)", "প্রাপ্তির সময়")
          .code("state", "State", "অবস্থা")
          .words("reason", "Reason", "কারণ")
          .number("received", "Rows received", "প্রাপ্ত সারি", COUNT, "-")
          .number("loaded", "Loaded", "লোড", COUNT, "-")
          .number("quarantined", "Quarantined", "পৃথককৃত", COUNT, "-")
          .number("duplicate", "Duplicate", "পুনরাবৃত্তি", COUNT, "-")
          .number("rejected", "Rejected", "প্রত্যাখ্যাত", COUNT, "-")
          .number("submissions", "Submissions", "জমা", COUNT, "-")
          .number("bytes", "Bytes", "বাইট", COUNT)
          .words("sha256", "SHA-256", "SHA-256")
          .source("Files received for the month, registry files included.");

  static final TableLayout ISP_VERDICTS =
      verdicts(TableLayout.of("isp-verdicts", "Verdicts on ISPs", "আইএসপির সিদ্ধান্ত"), false);

  static final TableLayout POP_VERDICTS =
      verdicts(TableLayout.of("pop-verdicts", "Verdicts on PoPs", "পপের সিদ্ধান্ত"), true);

  private static TableLayout verdicts(TableLayout start, boolean pop) {
    TableLayout named = start.words("isp", "Code", "কোড").words("name", "ISP", "আইএসপি");
    TableLayout placed = pop ? named.words("pop", "PoP", "পপ") : named;
    TableLayout judged =
        placed
            .words("parameter", "Parameter", "পরামিতি")
            .code("verdict", "Verdict", "সিদ্ধান্ত")
            .code("reason", "Reason", "কারণ")
            .mixed("value", "Value (unit of the parameter)", "মান")
            .mixed("value_24h", "Value over 24 hours", "২৪ ঘণ্টার মান")
            .number("attained", "Attained", "অর্জিত", PERCENT_FINE)
            .number("low", "Interval from", "ব্যবধান থেকে", PERCENT_FINE)
            .number("high", "Interval to", "ব্যবধান পর্যন্ত", PERCENT_FINE)
            .number("required", "Required", "প্রয়োজন", PERCENT_FINE, "Not in policy")
            .number("tests", "Tests (n)", "পরীক্ষা", COUNT)
            .number("days", "Days (D)", "দিন", COUNT)
            .number("effective_n", "Effective tests (n*)", "কার্যকর পরীক্ষা", NUMBER, "-")
            .number("coverage", "Coverage", "কভারেজ", PERCENT)
            .number("agents", "Agents", "এজেন্ট", COUNT);
    return (pop
            ? judged
            : judged
                .number("represented", "Represented", "প্রতিনিধিত্ব", PERCENT, "Unknown")
                .number("pops", "PoPs", "পপ", COUNT))
        .source("Verdicts of the month.");
  }

  static final TableLayout VIOLATIONS =
      TableLayout.of("violations", "Violations", "লঙ্ঘন")
          .words("violation", "Violation", "লঙ্ঘন")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .words("pop", "PoP", "পপ")
          .code("type", "Type", "ধরন")
          .words("parameter", "Parameter", "পরামিতি")
          .code("severity", "Severity", "মাত্রা")
          .words("effect", "Legal effect", "আইনি প্রভাব")
          .words("status", "Status", "অবস্থা")
          .number("expected", "Expected", "প্রত্যাশিত", NUMBER, "-")
          .number("actual", "Actual", "প্রকৃত", NUMBER, "-")
          .number("low", "Interval from", "ব্যবধান থেকে", NUMBER, "-")
          .number("high", "Interval to", "ব্যবধান পর্যন্ত", NUMBER, "-")
          .number("tests", "Tests", "পরীক্ষা", COUNT, "-")
          .number("days", "Days", "দিন", COUNT, "-")
          .number("subscribers", "Subscribers affected", "ক্ষতিগ্রস্ত গ্রাহক", COUNT, "Unknown")
          .words("parent", "Belongs to", "মূল লঙ্ঘন")
          .note("Alleged: not confirmed, whatever its status.")
          .source("Violations of the month.");

  static final TableLayout DISCREPANCY_LIST =
      TableLayout.of("discrepancy-list", "Discrepancies by ISP", "আইএসপি অনুযায়ী অসঙ্গতি")
          .words("rule", "Rule", "নিয়ম")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .code("band", "Band", "ধাপ")
          .code("direction", "Direction", "দিক")
          .number("months_running", "Months running", "টানা মাস", COUNT)
          .source("Monthly filings against agents, and filings against each other.");

  private AnnexLayouts() {}
}
