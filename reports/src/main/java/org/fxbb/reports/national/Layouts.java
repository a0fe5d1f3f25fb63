package org.fxbb.reports.national;

import static org.fxbb.reports.figure.Unit.COUNT;
import static org.fxbb.reports.figure.Unit.MILLIS;
import static org.fxbb.reports.figure.Unit.MINUTES;
import static org.fxbb.reports.figure.Unit.NUMBER;
import static org.fxbb.reports.figure.Unit.PERCENT;
import static org.fxbb.reports.figure.Unit.PERCENT_FINE;
import static org.fxbb.reports.figure.Unit.POINTS;
import static org.fxbb.reports.figure.Unit.RANK;

import org.fxbb.reports.table.TableLayout;

/** The columns of R1's tables; each layout has its query {@code <id>.sql} beside this class. */
final class Layouts {
  private static final String MEASURED =
      "QoS agents at points of presence, on the test line, busy hours unless said otherwise;"
          + " availability over all hours.";
  private static final String MEASURED_BOTH =
      "QoS agents at points of presence, on the test line, busy hours; availability over all hours;"
          + " utilisation over all hours, from SNMP agents.";
  private static final String NO_VALUE = "n.m.";
  private static final String MARKED =
      "† Insufficient evidence: the value is shown, but too few tests, days or slots for a verdict.";
  private static final String SILENT =
      "n.m.: not measured, neither good nor bad (no agent, a silent agent, or no reference speed).";
  private static final String FILED =
      "Subscribers: newest monthly filing in force, suspended ones left out.";

  static final TableLayout HEADLINE =
      TableLayout.of("headline", "The month in short", "মাসের সারসংক্ষেপ")
          .number("isps", "Licensed, active ISPs", "লাইসেন্সধারী সক্রিয় আইএসপি", COUNT)
          .number("judged", "ISPs judged on at least one parameter", "মূল্যায়িত আইএসপি", COUNT)
          .number("breaching", "ISPs shown to breach a limit", "সীমা লঙ্ঘনকারী আইএসপি", COUNT)
          .number("unjudged", "ISPs not judged", "মূল্যায়ন হয়নি এমন আইএসপি", COUNT)
          .number("download", "Busy-hour download, median", "ডাউনলোড, মধ্যমা", PERCENT)
          .number("latency", "Round trip national, p95", "জাতীয় বিলম্ব, p95", MILLIS)
          .number("loss", "Packet loss", "প্যাকেট হারানো", PERCENT_FINE)
          .number("availability", "Service availability", "সেবার প্রাপ্যতা", PERCENT_FINE)
          .source(MEASURED);

  static final TableLayout TEN_NUMBERS =
      TableLayout.of("ten-numbers", "The ten numbers", "দশটি সূচক")
          .words("no", "No.", "ক্রম")
          .words("what", "Figure", "সূচক")
          .mixed("value", "Nation", "জাতীয়")
          .words("note", "What it is", "ব্যাখ্যা")
          .note(
              "Weights and subscriber-hours: newest monthly filing, suspended subscribers left out.")
          .source(MEASURED);

  /** How to read the shares of the scorecard. */
  static final String SHARES =
      "Attained and required are shares of tests that meet the limit; of packet loss the share"
          + " lost, of availability the share of slots. Interval: 95 %, days as clusters. Meets"
          + " reads: not shown to breach.";

  /** What the change in the scorecard compares. */
  static final String CHANGE =
      "Change: attained share on points of presence judged in both months.";

  static final TableLayout NATIONAL_SCORECARD =
      TableLayout.of("national-scorecard", "National scorecard", "জাতীয় স্কোরকার্ড")
          .words("parameter", "Parameter", "পরামিতি")
          .words("target", "Target", "লক্ষ্যমাত্রা")
          .mixed("value", "Nation", "জাতীয়")
          .number("attained", "Attained", "অর্জিত", PERCENT_FINE)
          .number("low", "Interval from", "ব্যবধান থেকে", PERCENT_FINE)
          .number("high", "Interval to", "ব্যবধান পর্যন্ত", PERCENT_FINE)
          .number("required", "Required", "প্রয়োজন", PERCENT_FINE, "Not in policy")
          .code("verdict", "Verdict", "সিদ্ধান্ত")
          .number("tests", "Tests", "পরীক্ষা", COUNT)
          .number("days", "Days", "দিন", COUNT)
          .number("represented", "Represented", "প্রতিনিধিত্ব", PERCENT, "Subscribers unknown")
          .number("change", "Change, points", "পরিবর্তন", NUMBER, "No earlier month")
          .note(SHARES)
          .note(CHANGE)
          .source(MEASURED_BOTH);

  static final TableLayout DAILY =
      TableLayout.of("daily-values", "Daily values, nation", "দৈনিক মান, জাতীয়")
          .day("day", "Day", "তারিখ")
          .number("download", "Download, median", "ডাউনলোড, মধ্যমা", PERCENT)
          .number("upload", "Upload, median", "আপলোড, মধ্যমা", PERCENT)
          .number("latency", "Round trip national, p95", "জাতীয় বিলম্ব, p95", MILLIS)
          .number("loss", "Packet loss", "প্যাকেট হারানো", PERCENT_FINE)
          .number("dns", "DNS time, p95", "ডিএনএস সময়, p95", MILLIS)
          .number("availability", "Service availability", "সেবার প্রাপ্যতা", PERCENT_FINE)
          .number("slots", "Slots judged", "মূল্যায়িত স্লট", COUNT)
          .source(MEASURED);

  static final TableLayout DIVISIONS =
      area(
          TableLayout.of("division-league", "Divisions", "বিভাগসমূহ")
              .number("rank", "Rank", "অবস্থান", RANK, "-")
              .words("name", "Division", "বিভাগ"));

  static final TableLayout DISTRICTS =
      area(
          TableLayout.of("district-table", "The 64 districts", "৬৪ জেলা")
              .words("division", "Division", "বিভাগ")
              .words("name", "District", "জেলা"));

  private static TableLayout area(TableLayout start) {
    return start
        .number("pops", "Active PoPs", "সক্রিয় পপ", COUNT)
        .number("isps", "ISPs", "আইএসপি", COUNT)
        .number("subscribers", "Subscribers", "গ্রাহক", COUNT)
        .number("download", "Download, median", "ডাউনলোড, মধ্যমা", PERCENT, NO_VALUE)
        .number("reach", "Tests reaching 80", "৮০-তে পৌঁছানো পরীক্ষা", PERCENT, NO_VALUE)
        .number("latency", "Round trip, p95", "বিলম্ব, p95", MILLIS, NO_VALUE)
        .number("loss", "Packet loss", "প্যাকেট হারানো", PERCENT_FINE, NO_VALUE)
        .number("availability", "Availability", "প্রাপ্যতা", PERCENT_FINE, NO_VALUE)
        .code("judged", "Download verdict", "ডাউনলোড সিদ্ধান্ত")
        .note(MARKED)
        .note(SILENT)
        .note(FILED)
        .source(MEASURED);
  }

  static final TableLayout ISP_LEAGUE =
      TableLayout.of("isp-league", "All licensed ISPs", "সকল লাইসেন্সধারী আইএসপি")
          .number("rank", "Rank", "অবস্থান", RANK, "-")
          .words("name", "ISP", "আইএসপি")
          .words("code", "Code", "কোড")
          .words("category", "Licence", "লাইসেন্স")
          .number("score", "Score", "স্কোর", POINTS)
          .code("tier", "Tier", "স্তর")
          .number("speed_score", "Speed score", "গতি স্কোর", POINTS)
          .number("latency_score", "Latency score", "বিলম্ব স্কোর", POINTS)
          .number("availability_score", "Availability score", "প্রাপ্যতা স্কোর", POINTS)
          .number("reporting_score", "Reporting score", "প্রতিবেদন স্কোর", POINTS)
          .number("category_rank", "Rank in category", "শ্রেণিতে অবস্থান", RANK, "-")
          .words("size_class", "Size class", "আকার শ্রেণি")
          .number("size_rank", "Rank in size class", "আকার শ্রেণিতে অবস্থান", RANK, "-")
          .number("download", "Download, median", "ডাউনলোড, মধ্যমা", PERCENT, NO_VALUE)
          .number("latency", "Round trip, p95", "বিলম্ব, p95", MILLIS, NO_VALUE)
          .number("loss", "Packet loss", "প্যাকেট হারানো", PERCENT_FINE, NO_VALUE)
          .number("availability", "Availability", "প্রাপ্যতা", PERCENT_FINE, NO_VALUE)
          .number("represented", "Represented", "প্রতিনিধিত্ব", PERCENT, "Subscribers unknown")
          .number("violations", "Violations", "লঙ্ঘন", COUNT)
          .note(MARKED)
          .note(SILENT)
          .note("Equal scores share a rank. No score without enough evidence: never 100, never 0.")
          .source("Verdicts and violations of the month; " + MEASURED);

  static final TableLayout CATEGORIES =
      TableLayout.of("licence-categories", "Licence categories", "লাইসেন্স শ্রেণি")
          .words("category", "Licence category", "লাইসেন্স শ্রেণি")
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .number("subscribers", "Subscribers", "গ্রাহক", COUNT)
          .number("scored", "Scored", "স্কোরপ্রাপ্ত", COUNT)
          .number("median_score", "Median score", "মধ্যম স্কোর", POINTS, "None scored")
          .number("excellent", "Excellent", "চমৎকার", COUNT)
          .number("good", "Good", "ভালো", COUNT)
          .number("satisfactory", "Satisfactory", "সন্তোষজনক", COUNT)
          .number("needs_improvement", "Needs improvement", "উন্নতি প্রয়োজন", COUNT)
          .number("non_compliant", "Non-compliant", "অসম্মত", COUNT)
          .number("insufficient", "Insufficient evidence", "অপর্যাপ্ত প্রমাণ", COUNT)
          .number("not_measured", "Not measured", "পরিমাপ হয়নি", COUNT)
          .note(FILED)
          .source("Licence register and scores of the month.");

  static final TableLayout COMPLIANCE =
      TableLayout.of(
              "compliance-overview", "Verdicts on ISPs by parameter", "পরামিতি অনুযায়ী সিদ্ধান্ত")
          .words("parameter", "Parameter", "পরামিতি")
          .number("meets", "Meets", "পূরণ করে", COUNT)
          .number("breaches", "Breaches", "লঙ্ঘন করে", COUNT)
          .number("insufficient", "Insufficient evidence", "অপর্যাপ্ত প্রমাণ", COUNT)
          .number("not_measured", "Not measured", "পরিমাপ হয়নি", COUNT)
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .note(
              "Meets reads: not shown to breach. Breaches: the whole 95 % interval is beyond the limit.")
          .source("Verdicts of the month on every licensed, active ISP.");

  static final TableLayout VIOLATIONS_BY_CATEGORY =
      severities(
              TableLayout.of(
                      "violations-by-category", "Violations by category", "শ্রেণি অনুযায়ী লঙ্ঘন")
                  .words("category", "Category", "শ্রেণি")
                  .words("parameter", "Parameter", "পরামিতি"))
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .note("One violation per ISP, parameter and month; breaches at PoPs belong to it.")
          .source("Violations of the month.");

  static final TableLayout VIOLATIONS_BY_DIVISION =
      severities(
              TableLayout.of(
                      "violations-by-division",
                      "Breaches at PoPs by division",
                      "বিভাগ অনুযায়ী লঙ্ঘন")
                  .words("division", "Division", "বিভাগ"))
          .number("pops", "PoPs", "পপ", COUNT)
          .note("Counted where the PoP stands; violations of a whole ISP have no place.")
          .source("Violations of the month.");

  static final TableLayout TOP_VIOLATORS =
      severities(
              TableLayout.of(
                      "top-violators", "ISPs with the gravest violations", "গুরুতর লঙ্ঘনকারী")
                  .words("name", "ISP", "আইএসপি")
                  .words("category", "Licence", "লাইসেন্স"))
          .number("alleged", "Alleged", "কথিত", COUNT)
          .words("parameters", "Parameters", "পরামিতি")
          .note("Alleged: those of all that are not confirmed.")
          .source("Violations of the month.");

  private static TableLayout severities(TableLayout start) {
    return start
        .number("critical", "Critical", "অতি গুরুতর", COUNT)
        .number("high", "High", "গুরুতর", COUNT)
        .number("medium", "Medium", "মাঝারি", COUNT)
        .number("low", "Low", "সামান্য", COUNT)
        .number("violations", "All", "মোট", COUNT);
  }

  static final TableLayout DISCREPANCIES =
      TableLayout.of("discrepancies", "Where two witnesses disagree", "অসঙ্গতি")
          .words("rule", "Rule", "নিয়ম")
          .words("name", "What is compared", "যা মেলানো হয়")
          .number("ok", "OK", "ঠিক", COUNT)
          .number("warn", "Warn", "সতর্ক", COUNT)
          .number("investigate", "Investigate", "তদন্ত", COUNT)
          .number("did_not_run", "Could not run", "চালানো যায়নি", COUNT)
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .number("over", "Declared over", "বেশি ঘোষণা", COUNT)
          .number("under", "Declared under", "কম ঘোষণা", COUNT)
          .note("A finding is a question to the ISP, not a violation. Amounts are not published.")
          .source("Monthly filings against agents, and filings against each other.");

  static final TableLayout FILINGS =
      TableLayout.of("filing-status", "Mandatory filings", "বাধ্যতামূলক দাখিল")
          .words("feed", "Filing", "দাখিল")
          .number("on_time", "On time", "যথাসময়ে", COUNT)
          .number("late", "Late", "বিলম্বে", COUNT)
          .number("missing", "Missing", "অনুপস্থিত", COUNT)
          .number("isps", "ISPs", "আইএসপি", COUNT)
          .number("with_errors", "Accepted with errors", "ত্রুটিসহ গৃহীত", COUNT)
          .source("Files received for the month.");

  static final TableLayout FILING_LIST =
      TableLayout.of("filing-list", "Filings of each ISP", "আইএসপি অনুযায়ী দাখিল")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .code("packages", "Packages", "প্যাকেজ")
          .code("subscribers", "Subscribers", "গ্রাহক")
          .code("pops", "PoPs", "পপ")
          .code("revenue", "Revenue", "রাজস্ব")
          .number("late_days", "Most days late", "বিলম্বের দিন", COUNT, "-")
          .source("Files received for the month.");

  static final TableLayout OUTAGES =
      TableLayout.of("outages", "Outages", "সেবা বিভ্রাট")
          .words("isp", "Code", "কোড")
          .words("name", "ISP", "আইএসপি")
          .words("pop", "PoP", "পপ")
          .words("started", "Began (Dhaka)", "শুরু")
          .words("ended", "Ended (Dhaka)", "শেষ")
          .number("minutes", "Length", "স্থায়িত্ব", MINUTES)
          .code("witness", "Witness", "সাক্ষ্য")
          .number("subscribers", "Subscribers affected", "ক্ষতিগ্রস্ত গ্রাহক", COUNT, "Unknown")
          .source("Availability slots of the month.");

  private Layouts() {}
}
