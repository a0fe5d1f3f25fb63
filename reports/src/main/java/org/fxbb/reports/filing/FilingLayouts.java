package org.fxbb.reports.filing;

import static org.fxbb.reports.figure.Unit.COUNT;
import static org.fxbb.reports.figure.Unit.PERCENT;

import java.util.List;
import org.fxbb.reports.table.TableLayout;

/** The columns of R5's tables; each layout has its query {@code <id>.sql} beside this class. */
final class FilingLayouts {
  private static final String NONE = "-";
  private static final String FILED =
      "Files received for the month and the registry of licences, as of the rendering.";
  private static final String ACCEPTED =
      "Accepted, with errors: in force and on time. Late: first acceptable version received after"
          + " the deadline.";
  private static final String OPEN =
      "Rejected, waiting: none in force, by the newest file. Missing: nothing came, the deadline has"
          + " passed; due: there is still time.";

  static final TableLayout IN_SHORT =
      TableLayout.of("in-short", "The filings in short", "দাখিলের সারসংক্ষেপ")
          .number("isps", "ISPs with a licence in force", "লাইসেন্সধারী আইএসপি", COUNT)
          .number(
              "complete",
              "ISPs with all mandatory feeds in force",
              "সব দাখিল সম্পন্ন আইএসপি",
              COUNT)
          .number("owed", "Mandatory feeds", "বাধ্যতামূলক দাখিল", COUNT)
          .number("on_time", "In force, on time", "যথাসময়ে গৃহীত", COUNT)
          .number("on_time_share", "On time", "যথাসময়ে", PERCENT, NONE)
          .number("late", "Late", "বিলম্বে", COUNT)
          .number("rejected", "Rejected", "প্রত্যাখ্যাত", COUNT)
          .number("waiting", "Waiting", "অপেক্ষমাণ", COUNT)
          .number("due", "Due", "সময় বাকি", COUNT)
          .number("missing", "Missing", "অনুপস্থিত", COUNT)
          .number("down_days", "Days intake was down over 2 h", "গ্রহণ বন্ধ ছিল (দিন)", COUNT)
          .note(ACCEPTED)
          .note(OPEN)
          .source(FILED);

  static final TableLayout BY_FEED =
      TableLayout.of("by-feed", "ISPs by feed and state", "ফিড অনুযায়ী আইএসপি")
          .words("feed", "Feed", "ফিড")
          .number("accepted", "Accepted", "গৃহীত", COUNT)
          .number("with_errors", "With errors", "ত্রুটিসহ গৃহীত", COUNT)
          .number("late", "Late", "বিলম্বে", COUNT)
          .number("rejected", "Rejected", "প্রত্যাখ্যাত", COUNT)
          .number("waiting", "Waiting", "অপেক্ষমাণ", COUNT)
          .number("due", "Due", "সময় বাকি", COUNT)
          .number("missing", "Missing", "অনুপস্থিত", COUNT)
          .number("not_filed", "Not filed", "দাখিল হয়নি", COUNT)
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .note("Each ISP is counted once in each row.")
          .note(ACCEPTED)
          .note(OPEN)
          .source(FILED);

  static final TableLayout LATE_AND_MISSING =
      TableLayout.of(
              "late-and-missing",
              "Mandatory feeds late or not in force",
              "বিলম্বিত ও অনুপস্থিত দাখিল")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .words("feed", "Feed", "ফিড")
          .code("state", "State", "অবস্থা")
          .number("days_late", "Days late, so far", "বিলম্ব (দিন)", COUNT, NONE)
          .words("last_received", "Newest file received (Dhaka)", "সর্বশেষ প্রাপ্তি")
          .number("tries", "Trials", "পরীক্ষামূলক", COUNT)
          .words("file", "Newest file", "সর্বশেষ ফাইল")
          .words("reason", "Why it is not in force", "কারণ")
          .source(FILED);

  static final TableLayout ARRIVALS =
      TableLayout.of("arrivals", "Filings by ISP and feed", "আইএসপি ও ফিড অনুযায়ী দাখিল")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .words("feed", "Feed", "ফিড")
          .words("mandatory", "Mandatory", "বাধ্যতামূলক")
          .code("state", "State", "অবস্থা")
          .number("days_late", "Days late, so far", "বিলম্ব (দিন)", COUNT, NONE)
          .words("first_received", "First received (Dhaka)", "প্রথম প্রাপ্তি")
          .words("last_received", "Newest received (Dhaka)", "সর্বশেষ প্রাপ্তি")
          .number("files", "Files", "ফাইল", COUNT)
          .number("tries", "Trials", "পরীক্ষামূলক", COUNT)
          .words("file", "Newest file", "সর্বশেষ ফাইল")
          .code("file_state", "State of the newest file", "সর্বশেষ ফাইলের অবস্থা")
          .words("reason", "Why rejected or waiting", "কারণ")
          .number("received", "Rows received", "প্রাপ্ত সারি", COUNT, NONE)
          .number("loaded", "Rows loaded", "গৃহীত সারি", COUNT, NONE)
          .number("quarantined", "Rows quarantined", "পৃথক রাখা সারি", COUNT, NONE)
          .number("duplicate", "Rows repeated", "পুনরাবৃত্ত সারি", COUNT, NONE)
          .number("rejected", "Rows rejected", "প্রত্যাখ্যাত সারি", COUNT, NONE)
          .note(
              "Rows are those of the newest file: received = loaded + quarantined + repeated + rejected.")
          .source(FILED);

  static final TableLayout TOP_NOTICES =
      TableLayout.of("top-notices", "What was wrong most", "সবচেয়ে বেশি যে ভুল")
          .words("code", "Notice", "নোটিশ")
          .code("severity", "Severity", "গুরুত্ব")
          .number("notices", "Times", "সংখ্যা", COUNT)
          .number("files", "Files", "ফাইল", COUNT)
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .words("text", "What it says", "অর্থ")
          .words("fix", "What to do", "করণীয়")
          .note(
              "Three dots stand for the facts of each case. Notices that only inform are left out.")
          .source("Checks of the files received for the month, trials left out.");

  static final TableLayout ROW_BALANCE =
      TableLayout.of("row-balance", "Balance of rows", "সারির হিসাব")
          .words("feed", "Feed", "ফিড")
          .number("files", "Files", "ফাইল", COUNT)
          .number("in_force", "In force", "বলবৎ", COUNT)
          .number("superseded", "Superseded", "প্রতিস্থাপিত", COUNT)
          .number("refused", "Rejected", "প্রত্যাখ্যাত", COUNT)
          .number("repeats", "Repeats", "পুনরাবৃত্তি", COUNT)
          .number("open", "Not decided", "অমীমাংসিত", COUNT)
          .number("received", "Rows received", "প্রাপ্ত সারি", COUNT)
          .number("loaded", "Rows loaded", "গৃহীত সারি", COUNT)
          .number("quarantined", "Rows quarantined", "পৃথক রাখা সারি", COUNT)
          .number("duplicate", "Rows repeated", "পুনরাবৃত্ত সারি", COUNT)
          .number("rejected", "Rows rejected", "প্রত্যাখ্যাত সারি", COUNT)
          .note("Received = loaded + quarantined + repeated + rejected.")
          .source(FILED);

  static final TableLayout SILENT_AGENTS =
      TableLayout.of("silent-agents", "Silent agents", "নীরব এজেন্ট")
          .words("isp", "ISP", "আইএসপি")
          .words("agent", "Agent", "এজেন্ট")
          .words("type", "Type", "ধরন")
          .words("last_heard", "Last heard (Dhaka)", "সর্বশেষ সাড়া")
          .number("missed", "Windows missed", "অনুপস্থিত সময়-খণ্ড", COUNT)
          .note(
              "Windows are quarter hours; an agent that was never heard counts from its first day.")
          .source("Submissions received, as of the rendering.");

  static final TableLayout AGENT_WINDOWS =
      TableLayout.of("agent-windows", "Windows of agents", "এজেন্টের সময়-খণ্ড")
          .words("isp", "ISP", "আইএসপি")
          .words("agent", "Agent", "এজেন্ট")
          .words("type", "Type", "ধরন")
          .number("due", "Windows due", "প্রত্যাশিত", COUNT)
          .number("received", "Windows received", "প্রাপ্ত", COUNT)
          .number("share", "Received", "প্রাপ্তির হার", PERCENT)
          .words("last_heard", "Last heard (Dhaka)", "সর্বশেষ সাড়া")
          .source("Submissions of the month.");

  /** All tables in the order of the workbook's sheets. */
  static final List<TableLayout> ALL =
      List.of(
          IN_SHORT,
          BY_FEED,
          LATE_AND_MISSING,
          ARRIVALS,
          TOP_NOTICES,
          ROW_BALANCE,
          SILENT_AGENTS,
          AGENT_WINDOWS);

  private FilingLayouts() {}
}
