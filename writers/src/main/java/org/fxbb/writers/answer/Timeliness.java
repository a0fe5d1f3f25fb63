package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;
import org.fxbb.writers.answer.AnsweredFile.Filing;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of the deadline right beside what became of a filing: that it is late, and by
 * how much. Each begins with a space.
 *
 * <p><b>Source</b>: specification 4.4.
 */
record Timeliness(String english, String bangla) {

  /** Null where nothing is late, or where it does not matter. */
  static @Nullable Timeliness of(AnsweredFile file, FilingDeadlines deadlines) {
    LocalDate period = file.period();
    if (period == null || !file.isFiling() || file.isTrial()) {
      return null;
    }
    Instant deadline = deadlines.deadline(period);
    int moved = deadlines.downDays(period);
    String month = period.toString().substring(0, 7);
    Filing filing = file.filing();
    Integer late = filing == null ? null : filing.lateDays();
    if (late != null && late > 0) {
      return new Timeliness(
          " The %s filing of %s counts as filed %s late: it was due by %s."
              .formatted(
                  file.feed(),
                  month,
                  Bangla.english(late, "day"),
                  due(Language.EN, deadline, moved)),
          " %s মাসের %s ফাইল %s দিন বিলম্বে জমা হয়েছে; শেষ সময় ছিল %s।"
              .formatted(
                  month, file.feed(), Bangla.number(late), due(Language.BN, deadline, moved)));
    }
    if (late == null && !file.receivedAt().isBefore(deadline)) {
      return new Timeliness(
          " The %s filing of %s is late: it was due by %s."
              .formatted(file.feed(), month, due(Language.EN, deadline, moved)),
          " %s মাসের %s ফাইল জমার সময় পেরিয়ে গেছে; শেষ সময় ছিল %s।"
              .formatted(month, file.feed(), due(Language.BN, deadline, moved)));
    }
    return null;
  }

  /** The end of the last day, and by how much our own down-time moved it. */
  static String due(Language language, Instant deadline, int movedDays) {
    String day = language.day(Bangla.lastDay(deadline));
    String due = language.say(day + ", রাত ১২টা", "the end of " + day);
    return movedDays == 0
        ? due
        : due
            + language.say(
                " (আমাদের জমা নেওয়ার ব্যবস্থা বন্ধ ছিল বলে %s দিন বাড়ানো হয়েছে)"
                    .formatted(Bangla.number(movedDays)),
                " (moved by %s because the filing desk was down)"
                    .formatted(Bangla.english(movedDays, "day")));
  }
}
