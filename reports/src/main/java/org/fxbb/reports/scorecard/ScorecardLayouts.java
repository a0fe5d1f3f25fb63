package org.fxbb.reports.scorecard;

import static org.fxbb.reports.figure.Unit.COUNT;
import static org.fxbb.reports.figure.Unit.MILLIS;
import static org.fxbb.reports.figure.Unit.PERCENT;
import static org.fxbb.reports.figure.Unit.PERCENT_FINE;
import static org.fxbb.reports.figure.Unit.POINTS;
import static org.fxbb.reports.figure.Unit.RANK;

import org.fxbb.reports.table.TableLayout;

/** The columns of R2's tables; each layout has its query {@code <id>.sql} beside this class. */
final class ScorecardLayouts {
  static final TableLayout SCORE =
      TableLayout.of("score", "Score", "স্কোর")
          .words("name", "ISP", "আইএসপি")
          .words("licence", "Licence no.", "লাইসেন্স নং")
          .words("category", "Licence category", "লাইসেন্স শ্রেণি")
          .number("score", "Score", "স্কোর", POINTS, "No score")
          .code("tier", "Tier", "স্তর")
          .number("rank", "Rank", "অবস্থান", RANK, "Not ranked")
          .number("ranked", "Ranked ISPs", "মোট", COUNT)
          .number("category_rank", "Rank in category", "শ্রেণিতে অবস্থান", RANK, "Not ranked")
          .number("category_ranked", "Ranked in category", "মোট", COUNT)
          .words("size_class", "Size class", "আকার শ্রেণি")
          .number("size_rank", "Rank in size class", "আকার শ্রেণিতে অবস্থান", RANK, "Not ranked")
          .number("size_ranked", "Ranked in size class", "মোট", COUNT)
          .number("speed_score", "Speed", "গতি", POINTS)
          .number("latency_score", "Latency", "বিলম্ব", POINTS)
          .number("availability_score", "Availability", "প্রাপ্যতা", POINTS)
          .number("reporting_score", "Reporting", "প্রতিবেদন", POINTS)
          .number("service_deduction", "Deducted for service", "সেবার জন্য কর্তন", POINTS, "-")
          .number("reporting_deduction", "Deducted for filing", "দাখিলের জন্য কর্তন", POINTS, "-")
          .number("represented", "Represented", "প্রতিনিধিত্ব", PERCENT, "Subscribers unknown")
          .number("judged_weight", "Weight judged", "মূল্যায়িত ভার", PERCENT, "-");

  static final TableLayout PARAMETERS =
      TableLayout.of("parameters", "Parameters", "পরামিতি")
          .words("parameter", "Parameter", "পরামিতি")
          .code("verdict", "Verdict", "সিদ্ধান্ত")
          .mixed("value", "Value", "মান")
          .words("target", "Limit", "সীমা")
          .number("attained", "Attained", "অর্জিত", PERCENT_FINE, "-")
          .number("low", "Interval from", "ব্যবধান থেকে", PERCENT_FINE, "-")
          .number("high", "to", "পর্যন্ত", PERCENT_FINE, "-")
          .number("required", "Required", "প্রয়োজন", PERCENT_FINE, "-")
          .number("tests", "Tests", "পরীক্ষা", COUNT, "-")
          .number("days", "Days", "দিন", COUNT, "-")
          .note(
              "Breaches: the whole 95 % interval is beyond the limit. Meets: not shown to breach."
                  + " Not measured is neither good nor bad.")
          .note(
              "লঙ্ঘন করে: ৯৫ % ব্যবধানের পুরোটাই সীমার বাইরে। পূরণ করে: লঙ্ঘন প্রমাণিত নয়। পরিমাপ হয়নি:"
                  + " ভালোও নয়, মন্দও নয়।")
          .source(
              "QoS agents at your points of presence, on the test line, busy hours; availability"
                  + " over all hours; utilisation over all hours, from SNMP agents.");

  static final TableLayout POPS =
      TableLayout.of("pops", "Points of presence", "পপসমূহ")
          .words("code", "PoP", "পপ")
          .words("district", "District", "জেলা")
          .number("download", "Download, median", "ডাউনলোড, মধ্যমা", PERCENT)
          .number("latency", "Round trip, p95", "বিলম্ব, p95", MILLIS)
          .number("loss", "Packet loss", "প্যাকেট হারানো", PERCENT_FINE)
          .number("availability", "Availability", "প্রাপ্যতা", PERCENT_FINE)
          .number("judged", "Parameters judged", "মূল্যায়িত পরামিতি", COUNT)
          .number("breaches", "Breached", "লঙ্ঘন", COUNT)
          .note("† Insufficient evidence for a verdict. / † সিদ্ধান্তের জন্য প্রমাণ অপর্যাপ্ত।")
          .source(
              "QoS agents at your points of presence, busy hours; availability over all hours.");

  static final TableLayout VIOLATIONS =
      TableLayout.of("violations", "Violations", "লঙ্ঘন")
          .words("parameter", "Parameter", "পরামিতি")
          .words("place", "Where", "কোথায়")
          .code("severity", "Severity", "মাত্রা")
          .code("effect", "Legal effect", "আইনি প্রভাব")
          .words("status", "Status", "অবস্থা")
          .number("pops", "PoPs breaching", "লঙ্ঘনকারী পপ", COUNT)
          .words("violation", "Number", "নম্বর")
          .note("Alleged: not confirmed. / কথিত: নিশ্চিত নয়।")
          .source("Verdicts and filings of the month.");

  static final TableLayout DISCREPANCIES =
      TableLayout.of("discrepancies", "Discrepancies", "অসঙ্গতি")
          .words("rule", "Rule", "নিয়ম")
          .words("name", "What is compared", "যা মেলানো হয়")
          .code("band", "Band", "ধাপ")
          .code("direction", "Direction", "দিক")
          .number("months_running", "Months running", "টানা মাস", COUNT)
          .words("why", "Why it could not run", "না চলার কারণ")
          .note("A finding is a question, not a violation. / অসঙ্গতি একটি প্রশ্ন, লঙ্ঘন নয়।")
          .source("Your monthly filings against agents, and against each other.");

  static final TableLayout FILINGS =
      TableLayout.of("filings", "Mandatory filings", "বাধ্যতামূলক দাখিল")
          .words("feed", "Filing", "দাখিল")
          .code("state", "State", "অবস্থা")
          .words("received", "First received (Dhaka)", "প্রথম প্রাপ্তি")
          .number("late_days", "Days late", "বিলম্বের দিন", COUNT, "-")
          .words("remark", "Remark", "মন্তব্য")
          .source("Files received for the month.");

  private ScorecardLayouts() {}
}
