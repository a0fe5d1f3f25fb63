package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and days as the answers write them, in Bangla and in English; times are of Dhaka. */
final class Bangla {
  static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
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

  private Bangla() {}

  static String number(long number) {
    return digits("%,d".formatted(number));
  }

  /** A number of things in English, such as {@code 1 row} or {@code 1,200 rows}. */
  static String english(long number, String one) {
    return "%,d %s%s".formatted(number, one, number == 1 ? "" : "s");
  }

  static String digits(String latin) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      digits.append(c >= '0' && c <= '9' ? (char) (c - '0' + '০') : c);
    }
    return digits.toString();
  }

  static String day(LocalDate day) {
    return digits(day.getDayOfMonth() + " ")
        + MONTHS.get(day.getMonthValue() - 1)
        + digits(" " + day.getYear());
  }

  static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1) + digits(" " + day.getYear());
  }

  static String time(Instant instant) {
    return day(instant.atZone(DHAKA).toLocalDate())
        + ", "
        + digits(TIME.format(instant.atZone(DHAKA)));
  }

  static String englishDay(LocalDate day) {
    return ENGLISH_DAY.format(day);
  }

  static String englishTime(Instant instant) {
    return englishDay(instant.atZone(DHAKA).toLocalDate())
        + ", "
        + TIME.format(instant.atZone(DHAKA));
  }

  /** The last day before a first instant that is too late. */
  static LocalDate lastDay(Instant tooLate) {
    return tooLate.minusMillis(1).atZone(DHAKA).toLocalDate();
  }
}
