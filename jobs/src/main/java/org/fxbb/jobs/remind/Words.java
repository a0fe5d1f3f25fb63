package org.fxbb.jobs.remind;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Days, months and feeds in English and in Bangla. */
final class Words {
  private static final List<String> MONTHS =
      List.of(
          "জানুয়ারি",
          "ফেব্রুয়ারি",
          "মার্চ",
          "এপ্রিল",
          "মে",
          "জুন",
          "জুলাই",
          "আগস্ট",
          "সেপ্টেম্বর",
          "অক্টোবর",
          "নভেম্বর",
          "ডিসেম্বর");
  private static final List<String> DAYS =
      List.of("সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার");
  private static final Map<String, String> FEEDS =
      Map.of("packages", "প্যাকেজ", "subscribers", "গ্রাহক", "pops", "পপ", "revenue", "রাজস্ব");

  private Words() {}

  static String month(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  static String monthBn(YearMonth month) {
    return MONTHS.get(month.getMonthValue() - 1) + " " + digits(month.getYear());
  }

  static String day(LocalDate day) {
    return "%s, %d %s"
        .formatted(
            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            day.getDayOfMonth(),
            month(YearMonth.from(day)));
  }

  static String dayBn(LocalDate day) {
    return "%s %s, %s"
        .formatted(
            digits(day.getDayOfMonth()),
            monthBn(YearMonth.from(day)),
            DAYS.get(day.getDayOfWeek().getValue() - 1));
  }

  static String feedBn(String feed) {
    return FEEDS.getOrDefault(feed, feed);
  }

  /** A number in Bangla digits. */
  static String digits(long number) {
    StringBuilder bangla = new StringBuilder();
    Long.toString(number).chars().forEach(c -> bangla.append((char) (c - '0' + '০')));
    return bangla.toString();
  }
}
