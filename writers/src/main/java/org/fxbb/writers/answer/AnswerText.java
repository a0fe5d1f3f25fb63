package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;
import org.fxbb.readers.notice.BanglaFacts;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.fxbb.writers.answer.AnsweredFile.Filing;
import org.fxbb.writers.answer.AnsweredFile.Twin;
import org.fxbb.writers.answer.AnsweredFile.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a file's state means for its sender, and what to do now: in English and in Bangla.
 *
 * @param summaryEn one or two sentences: what became of the file
 * @param summaryBn the same in Bangla
 * @param nextEn what to do now
 * @param nextBn the same in Bangla
 */
record AnswerText(String summaryEn, String summaryBn, String nextEn, String nextBn) {
  static final String NOTHING_EN = "Nothing needs to be done.";
  static final String NOTHING_BN = "আর কিছু করার প্রয়োজন নেই।";
  private static final String FILE_IT_EN = "To file it, put the same file into the folder inbox.";
  private static final String FILE_IT_BN = "জমা দিতে হলে একই ফাইল inbox ফোল্ডারে রাখুন।";

  /**
   * Of a file that is answered by itself or as a member of a zip.
   *
   * @param warnings how many of its notices are warnings
   * @param errors how many say that a row is wrong
   */
  static AnswerText of(
      AnsweredFile file,
      long warnings,
      long errors,
      @Nullable Difference difference,
      FilingDeadlines deadlines) {
    AnswerText text =
        (file.state().equals("WAITING")
                ? waiting(file, errors)
                : byState(file, file.state(), file.reason(), file.rows(), deadlines))
            .withWarnings(
                warnings, resubmission(file, " as ", ""), resubmission(file, " (", " নামে)"));
    if (file.isTrial()) {
      text = text.asTrial();
    }
    Timeliness timeliness = Timeliness.of(file, deadlines);
    if (timeliness != null) {
      text =
          new AnswerText(
              text.summaryEn + timeliness.english(),
              text.summaryBn + timeliness.bangla(),
              text.nextEn,
              text.nextBn);
    }
    if (difference == null) {
      return text;
    }
    return new AnswerText(
        "%s Since the try before (%s): %s."
            .formatted(text.summaryEn, difference.previous().name(), difference.english()),
        "%s আগের চেষ্টার (%s) তুলনায়: %s।"
            .formatted(text.summaryBn, difference.previous().name(), difference.bangla()),
        text.nextEn,
        text.nextBn);
  }

  private static AnswerText byState(
      AnsweredFile file,
      String state,
      @Nullable String reason,
      @Nullable Counts rows,
      FilingDeadlines deadlines) {
    return switch (state) {
      case "ACCEPTED" -> accepted(file, rows);
      case "ACCEPTED_WITH_ERRORS" -> withErrors(file, rows);
      case "REJECTED" -> rejected(file, reason, rows, deadlines);
      case "WAITING" -> waiting(file, 0);
      case "DUPLICATE" -> duplicate(file, deadlines);
      case "SUPERSEDED" -> superseded(file);
      case "RECEIVED", "CHECKING" ->
          new AnswerText(
              "It is being checked.",
              "সেটি যাচাই করা হচ্ছে।",
              "Wait for the answer to that file; it comes by itself.",
              "সেই ফাইলের উত্তরের অপেক্ষা করুন; তা নিজে থেকেই আসবে।");
      default ->
          new AnswerText(
              "State %s.".formatted(state), "অবস্থা: %s।".formatted(state), NOTHING_EN, NOTHING_BN);
    };
  }

  /** Where there are warnings, they are what is to be done first. */
  AnswerText withWarnings(long warnings, String againEn, String againBn) {
    if (warnings == 0) {
      return this;
    }
    boolean one = warnings == 1;
    boolean nothing = nextEn.equals(NOTHING_EN);
    boolean tried = nextEn.equals(FILE_IT_EN);
    String lookEn =
        one ? "Look at the warning below." : "Look at the %,d warnings below.".formatted(warnings);
    String lookBn =
        one
            ? "নিচের সতর্কতাটি দেখুন।"
            : "নিচের %sটি সতর্কতা দেখুন।".formatted(Bangla.number(warnings));
    return new AnswerText(
        summaryEn.replaceFirst(
            "^Accepted:", "Accepted with " + Bangla.english(warnings, "warning") + ":"),
        summaryBn.replaceFirst(
            "^গৃহীত:", "গৃহীত, তবে %sটি সতর্কতা আছে:".formatted(Bangla.number(warnings))),
        nothing
            ? "%s If %s names a mistake, correct it and send the whole file again%s; if all is as you mean it, nothing needs to be done."
                .formatted(lookEn, one ? "it" : "one", againEn)
            : tried
                ? "%s If %s names a mistake, correct it and try the whole file again; if all is as you mean it, put the same file into the folder inbox."
                    .formatted(lookEn, one ? "it" : "one")
                : lookEn + " " + nextEn,
        nothing
            ? "%s ভুল ধরা পড়লে তা সংশোধন করে পুরো ফাইলটি আবার পাঠান%s; সব ঠিক থাকলে আর কিছু করতে হবে না।"
                .formatted(lookBn, againBn)
            : tried
                ? "%s ভুল ধরা পড়লে তা সংশোধন করে পুরো ফাইলটি আবার try ফোল্ডারে পরীক্ষা করুন; সব ঠিক থাকলে একই ফাইল inbox ফোল্ডারে রাখুন।"
                    .formatted(lookBn)
                : lookBn + " " + nextBn);
  }

  private static AnswerText accepted(AnsweredFile file, @Nullable Counts rows) {
    boolean trial = file.isTrial();
    boolean one = received(rows) == 1;
    return new AnswerText(
        "Accepted: %s %s in force."
            .formatted(
                one ? "its only row" : "all " + rowsEn(file, rows),
                trial ? "would be" : one ? "is" : "are"),
        "গৃহীত: %s কার্যকর %s।".formatted(rowsBn(rows), trial ? "হতো" : "হয়েছে"),
        trial ? FILE_IT_EN : NOTHING_EN,
        trial ? FILE_IT_BN : NOTHING_BN);
  }

  private static AnswerText withErrors(AnsweredFile file, @Nullable Counts rows) {
    long bad = rows == null ? 0 : rows.quarantined();
    boolean dump = file.isDump();
    return new AnswerText(
        "Accepted with errors: %,d of %s %s not loaded, so the totals are partial."
            .formatted(bad, rowsEn(file, rows), bad == 1 ? "was" : "were"),
        "ত্রুটিসহ গৃহীত: %sর মধ্যে %sটি নেওয়া হয়নি, তাই মোট হিসাব আংশিক।"
            .formatted(rowsBn(rows), Bangla.number(bad)),
        dump
            ? "Look at the notices; lines that were not loaded can be delivered again."
            : "Correct the rows listed in %s and send the whole file again%s."
                .formatted(RejectedRows.nameOf(file.answerName()), resubmission(file, " as ", "")),
        dump
            ? "বার্তাগুলো দেখুন; যেসব লাইন নেওয়া হয়নি সেগুলো আবার পাঠানো যাবে।"
            : "%s ফাইলে দেওয়া সারিগুলো সংশোধন করে পুরো ফাইলটি আবার পাঠান%s।"
                .formatted(
                    RejectedRows.nameOf(file.answerName()), resubmission(file, " (", " নামে)")));
  }

  /** A new revision helps only where the name was right and the rows were not. */
  private static AnswerText rejected(
      AnsweredFile file,
      @Nullable String reason,
      @Nullable Counts rows,
      FilingDeadlines deadlines) {
    boolean ofRows = rows != null && "too_many_errors".equals(reason);
    String summaryEn = "Rejected (%s): no row was loaded.".formatted(reason);
    String summaryBn = "প্রত্যাখ্যাত (%s): কোনো সারি নেওয়া হয়নি।".formatted(reason);
    if (file.inbox().equals("FILING") && file.isFiling()) {
      Filing filing = file.filing();
      Version inForce = filing == null ? null : filing.inForce();
      summaryEn += " " + staysEn(inForce);
      summaryBn += " " + staysBn(inForce);
    }
    String nextEn =
        "Correct what the notices name and send the whole file again%s."
            .formatted(ofRows ? resubmission(file, " as ", "") : "");
    String nextBn =
        "বার্তাগুলোতে যা বলা হয়েছে তা সংশোধন করে পুরো ফাইলটি আবার পাঠান%s।"
            .formatted(ofRows ? resubmission(file, " (", " নামে)") : "");
    Instant first = file.firstRejectedAt();
    LocalDate day = ofRows && first != null ? correctionDay(file, first, deadlines) : null;
    if (day != null && first != null) {
      nextEn +=
          " If it is accepted and was received by the end of %s, it counts as received on %s."
              .formatted(Bangla.englishDay(day), Bangla.englishTime(first));
      nextBn +=
          " %s তারিখের মধ্যে পাওয়া ফাইল গৃহীত হলে তা %s সময়ে জমা হয়েছে বলে ধরা হবে।"
              .formatted(Bangla.day(day), Bangla.time(first));
    }
    return new AnswerText(summaryEn, summaryBn, nextEn, nextBn);
  }

  private static String staysEn(@Nullable Version inForce) {
    return inForce == null
        ? "No version of this filing is in force."
        : "The version accepted before, %s of %s, stays in force."
            .formatted(inForce.name(), Bangla.englishTime(inForce.receivedAt().toInstant()));
  }

  private static String staysBn(@Nullable Version inForce) {
    return inForce == null
        ? "এই ফাইলের কোনো সংস্করণ এখন কার্যকর নেই।"
        : "আগে গৃহীত সংস্করণটি (%s, %s) কার্যকর থাকছে।"
            .formatted(inForce.name(), Bangla.time(inForce.receivedAt().toInstant()));
  }

  /** Until when a correction counts as the first version, which came in time; null where none. */
  private static @Nullable LocalDate correctionDay(
      AnsweredFile file, Instant first, FilingDeadlines deadlines) {
    LocalDate period = file.period();
    if (period == null) {
      return null;
    }
    Instant deadline = deadlines.deadline(period);
    Instant correction = deadlines.correctionDeadline(first);
    return first.isBefore(deadline)
            && correction.isAfter(deadline)
            && file.receivedAt().isBefore(correction)
        ? Bangla.lastDay(correction)
        : null;
  }

  /** Its rows were checked as far as that goes, where it was read. */
  private static AnswerText waiting(AnsweredFile file, long errors) {
    String what = file.reason() == null ? "" : file.reason();
    if (NoticeCatalogue.findByCode(what).isPresent()) {
      return new AnswerText(
          "Waiting (%s). It is tried again in each cycle.".formatted(what),
          "অপেক্ষমাণ (%s)। প্রতি চক্রে আবার চেষ্টা করা হবে।".formatted(what),
          "See the notice below; this file need not be sent again.",
          "নিচের বার্তাটি দেখুন; এই ফাইল আবার পাঠাতে হবে না।");
    }
    boolean wasRead = file.headerLine() != null;
    String checkedEn = "";
    String checkedBn = "";
    if (errors > 0) {
      checkedEn =
          " Its rows were checked already: %s, listed below."
              .formatted(Bangla.english(errors, "error"));
      checkedBn =
          " সারিগুলো এখনই যাচাই করা হয়েছে: %sটি ভুল আছে, নিচে দেওয়া হলো।"
              .formatted(Bangla.number(errors));
    } else if (wasRead) {
      checkedEn = " Its rows were checked already: no errors so far.";
      checkedBn = " সারিগুলো এখনই যাচাই করা হয়েছে: এ পর্যন্ত কোনো ভুল নেই।";
    }
    String sendEn =
        file.isTrial() ? "Put what it waits for into try or inbox" : "Send what it waits for";
    String sendBn =
        file.isTrial() ? "যা বাকি আছে তা try বা inbox ফোল্ডারে রাখুন" : "যা বাকি আছে তা পাঠান";
    return new AnswerText(
        "Waiting: it needs %s, which is not there yet. It is tried again in each cycle.%s"
            .formatted(what, checkedEn),
        "অপেক্ষমাণ: এটির জন্য %s প্রয়োজন, যা এখনও আসেনি। প্রতি চক্রে আবার চেষ্টা করা হবে।%s"
            .formatted(BanglaFacts.of(what), checkedBn),
        errors > 0
            ? "%s; correct the errors and send this file again%s."
                .formatted(sendEn, resubmission(file, " as ", ""))
            : sendEn + "; this file need not be sent again.",
        errors > 0
            ? "%s; ভুলগুলো সংশোধন করে এই ফাইলটি আবার পাঠান%s।"
                .formatted(sendBn, resubmission(file, " (", " নামে)"))
            : sendBn + "; এই ফাইল আবার পাঠাতে হবে না।");
  }

  /** Repeats what its twin was told, the advice too. */
  private static AnswerText duplicate(AnsweredFile file, FilingDeadlines deadlines) {
    Twin twin = file.twin();
    if (twin == null) {
      return new AnswerText(
          "Duplicate: the same content was received before.",
          "পুনরাবৃত্তি: একই বিষয়বস্তু আগে পাওয়া গেছে।",
          NOTHING_EN,
          NOTHING_BN);
    }
    if (file.isZip()) {
      return duplicateZip(file, twin);
    }
    AnswerText repeated = byState(file, twin.state(), twin.reason(), twin.rows(), deadlines);
    return new AnswerText(
        "Duplicate: the same content was received before as %s; its answer is repeated here. %s"
            .formatted(twin.name(), repeated.summaryEn),
        "পুনরাবৃত্তি: একই বিষয়বস্তু আগে %s নামে পাওয়া গেছে; সেই উত্তরটিই এখানে দেওয়া হলো। %s"
            .formatted(twin.name(), repeated.summaryBn),
        repeated.nextEn,
        repeated.nextBn);
  }

  /** A zip has no rows of its own; what its members came to is in the answer that it had. */
  private static AnswerText duplicateZip(AnsweredFile file, Twin twin) {
    String answer = Outbox.stem(twin.name()) + ".result.html";
    boolean sameName = twin.name().equals(file.name());
    return new AnswerText(
        "Duplicate: the same zip was received before as %s and has its answer."
            .formatted(twin.name()),
        "পুনরাবৃত্তি: একই zip ফাইল আগে %s নামে পাওয়া গেছে, তার উত্তরও দেওয়া হয়েছে।"
            .formatted(twin.name()),
        sameName
            ? "See that answer in the folder %s: its name ends in _%s."
                .formatted(AnswerHistory.FOLDER, answer)
            : "See that answer: %s.".formatted(answer),
        sameName
            ? "সেই উত্তরটি %s ফোল্ডারে দেখুন: ফাইলের নামের শেষে আছে _%s।"
                .formatted(AnswerHistory.FOLDER, answer)
            : "সেই উত্তরটি দেখুন: %s।".formatted(answer));
  }

  private static AnswerText superseded(AnsweredFile file) {
    Filing filing = file.filing();
    Version inForce = filing == null ? null : filing.inForce();
    return new AnswerText(
        "Superseded: %s is in force instead."
            .formatted(inForce == null ? "a later version" : inForce.name()),
        "প্রতিস্থাপিত: এর বদলে %s কার্যকর।"
            .formatted(inForce == null ? "পরবর্তী সংস্করণ" : inForce.name()),
        NOTHING_EN,
        NOTHING_BN);
  }

  AnswerText asTrial() {
    return new AnswerText(
        "Trial, without legal effect. " + summaryEn,
        "পরীক্ষামূলক, আইনগত কার্যকারিতা নেই। " + summaryBn,
        nextEn,
        nextBn);
  }

  /** The name of the next version: above all that the desk has, so that it will count. */
  private static String resubmission(AnsweredFile file, String before, String after) {
    LocalDate period = file.period();
    Integer latest = file.latestRevision();
    if (period == null || file.feed() == null || !file.inbox().equals("FILING")) {
      return "";
    }
    return "%s%s_%s_%s_r%d.csv%s"
        .formatted(
            before,
            file.sender(),
            file.feed(),
            period.toString().substring(0, 7),
            (latest == null ? 0 : latest) + 1,
            after);
  }

  private static String rowsEn(AnsweredFile file, @Nullable Counts counts) {
    return Bangla.english(received(counts), file.isDump() ? "record" : "row");
  }

  private static String rowsBn(@Nullable Counts counts) {
    return Bangla.number(received(counts)) + "টি সারি";
  }

  private static long received(@Nullable Counts counts) {
    return counts == null ? 0 : counts.received();
  }
}
