package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;

/** The two languages of a page, each with all of it. */
enum Language {
  /** Bangla. */
  BN,
  /** English. */
  EN;

  String code() {
    return this == BN ? "bn" : "en";
  }

  String say(String bangla, String english) {
    return this == BN ? bangla : english;
  }

  String number(long number) {
    return this == BN ? Bangla.number(number) : "%,d".formatted(number);
  }

  String time(Instant instant) {
    return this == BN ? Bangla.time(instant) : Bangla.englishTime(instant);
  }

  String day(LocalDate day) {
    return this == BN ? Bangla.day(day) : Bangla.englishDay(day);
  }

  /** A state of {@code submission_files} in words. */
  String state(String state) {
    return switch (state) {
      case "ACCEPTED" -> say("গৃহীত", "Accepted");
      case "ACCEPTED_WITH_ERRORS" -> say("ত্রুটিসহ গৃহীত", "Accepted with errors");
      case "REJECTED" -> say("প্রত্যাখ্যাত", "Rejected");
      case "WAITING" -> say("অপেক্ষমাণ", "Waiting");
      case "DUPLICATE" -> say("পুনরাবৃত্তি", "Duplicate");
      case "SUPERSEDED" -> say("প্রতিস্থাপিত", "Superseded");
      default -> state;
    };
  }

  /** A severity in words. */
  String severity(String severity) {
    return switch (severity) {
      case "FATAL" -> say("ফাইল ফেরত", "Refuses the file");
      case "ERROR" -> say("ত্রুটি", "Error");
      case "WARNING" -> say("সতর্কতা", "Warning");
      default -> say("তথ্য", "Information");
    };
  }
}
