package org.fxbb.reports.table;

import java.util.Map;

/** Bangla words for the closed lists that ISPs read: verdicts, tiers, severities, bands, states. */
final class CodeNames {
  private static final Map<String, String> BANGLA =
      Map.ofEntries(
          Map.entry("MEETS", "পূরণ করে"),
          Map.entry("BREACHES", "লঙ্ঘন করে"),
          Map.entry("INSUFFICIENT_EVIDENCE", "অপর্যাপ্ত প্রমাণ"),
          Map.entry("NOT_MEASURED", "পরিমাপ হয়নি"),
          Map.entry("EXCELLENT", "চমৎকার"),
          Map.entry("GOOD", "ভালো"),
          Map.entry("SATISFACTORY", "সন্তোষজনক"),
          Map.entry("NEEDS_IMPROVEMENT", "উন্নতি প্রয়োজন"),
          Map.entry("NON_COMPLIANT", "অসম্মত"),
          Map.entry("CRITICAL", "অতি গুরুতর"),
          Map.entry("HIGH", "গুরুতর"),
          Map.entry("MEDIUM", "মাঝারি"),
          Map.entry("LOW", "সামান্য"),
          Map.entry("OK", "ঠিক"),
          Map.entry("WARN", "সতর্ক"),
          Map.entry("INVESTIGATE", "তদন্ত"),
          Map.entry("COULD_NOT_RUN", "চালানো যায়নি"),
          Map.entry("OVER", "বেশি ঘোষণা"),
          Map.entry("UNDER", "কম ঘোষণা"),
          Map.entry("ON_TIME", "যথাসময়ে"),
          Map.entry("LATE", "বিলম্বে"),
          Map.entry("MISSING", "অনুপস্থিত"),
          Map.entry("ACCEPTED", "গৃহীত"),
          Map.entry("WITH_ERRORS", "ত্রুটিসহ গৃহীত"),
          Map.entry("REJECTED", "প্রত্যাখ্যাত"),
          Map.entry("WAITING", "অপেক্ষমাণ"),
          Map.entry("DUE", "সময় বাকি"),
          Map.entry("NOT_FILED", "দাখিল হয়নি"),
          Map.entry("ACCEPTED_WITH_ERRORS", "ত্রুটিসহ গৃহীত"),
          Map.entry("RECEIVED", "প্রাপ্ত"),
          Map.entry("CHECKING", "যাচাই চলছে"),
          Map.entry("SUPERSEDED", "প্রতিস্থাপিত"),
          Map.entry("DUPLICATE", "পুনরাবৃত্ত"),
          Map.entry("FATAL", "ফাইল বাতিল"),
          Map.entry("ERROR", "ত্রুটি"),
          Map.entry("WARNING", "সতর্কতা"),
          Map.entry("INDICATIVE", "নির্দেশনামূলক"),
          Map.entry("BINDING", "বাধ্যতামূলক"));

  private CodeNames() {}

  static String inBangla(String code) {
    return BANGLA.getOrDefault(code, "");
  }
}
