package org.fxbb.writers.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fxbb.readers.notice.BanglaFacts;
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
  private static final String NOTHING_EN = "Nothing needs to be done.";
  private static final String NOTHING_BN = "আর কিছু করার প্রয়োজন নেই।";

  static AnswerText of(
      AnsweredFile file, @Nullable Difference difference, FilingDeadlines deadlines) {
    AnswerText text = byState(file, file.state(), file.reason(), file.rows(), deadlines);
    if (file.isTrial()) {
      text = text.asTrial();
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

  /** Of a zip: what became of its members, each of which has an answer of its own. */
  static AnswerText ofZip(AnsweredFile zip, List<Answer> members) {
    long good = members.stream().filter(m -> isGood(m.file().state())).count();
    String all = Bangla.number(members.size());
    AnswerText text =
        switch (zip.state()) {
          case "ACCEPTED" ->
              new AnswerText(
                  "Accepted: all %,d files of the zip.".formatted(members.size()),
                  "গৃহীত: zip-এর %sটি ফাইলের সবই।".formatted(all),
                  NOTHING_EN,
                  NOTHING_BN);
          case "REJECTED" ->
              new AnswerText(
                  "Rejected (%s): no file of the zip was accepted.".formatted(zip.reason()),
                  "প্রত্যাখ্যাত (%s): zip-এর কোনো ফাইল গৃহীত হয়নি।".formatted(zip.reason()),
                  "Correct what the notices name and send the files again, alone or in a zip.",
                  "বার্তাগুলোতে যা বলা হয়েছে তা সংশোধন করে ফাইলগুলো আলাদা বা zip করে আবার পাঠান।");
          case "WAITING" ->
              new AnswerText(
                  "Waiting: %,d of %,d files of the zip are done, others wait for what is not there yet."
                      .formatted(good, members.size()),
                  "অপেক্ষমাণ: zip-এর %sটি ফাইলের মধ্যে %sটির কাজ শেষ, বাকিগুলো অন্য ফাইলের অপেক্ষায়।"
                      .formatted(all, Bangla.number(good)),
                  "Send what they wait for; this zip need not be sent again.",
                  "যা বাকি আছে তা পাঠান; এই zip আবার পাঠাতে হবে না।");
          default ->
              new AnswerText(
                  "Accepted in part: %,d of %,d files of the zip are without errors."
                      .formatted(good, members.size()),
                  "আংশিক গৃহীত: zip-এর %sটি ফাইলের মধ্যে %sটি নির্ভুল।"
                      .formatted(all, Bangla.number(good)),
                  "Look at each file below; correct those with errors and send them again, alone or in a zip.",
                  "নিচে প্রতিটি ফাইলের উত্তর দেখুন; ভুলগুলো সংশোধন করে সেই ফাইলগুলো আলাদা বা zip করে আবার পাঠান।");
        };
    return zip.isTrial() ? text.asTrial() : text;
  }

  private static boolean isGood(String state) {
    return state.equals("ACCEPTED") || state.equals("DUPLICATE");
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
      case "WAITING" -> waiting(reason == null ? "" : reason);
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

  private static AnswerText accepted(AnsweredFile file, @Nullable Counts rows) {
    boolean trial = file.isTrial();
    return new AnswerText(
        "Accepted: all %s %s in force.".formatted(rowsEn(file, rows), trial ? "would be" : "are"),
        "গৃহীত: %s কার্যকর %s।".formatted(rowsBn(rows), trial ? "হতো" : "হয়েছে"),
        trial ? "To file it, put the same file into the folder inbox." : NOTHING_EN,
        trial ? "জমা দিতে হলে একই ফাইল inbox ফোল্ডারে রাখুন।" : NOTHING_BN);
  }

  private static AnswerText withErrors(AnsweredFile file, @Nullable Counts rows) {
    long bad = rows == null ? 0 : rows.quarantined();
    boolean agent = file.inbox().equals("AGENT");
    return new AnswerText(
        "Accepted with errors: %,d of %s were not loaded, so the totals are partial."
            .formatted(bad, rowsEn(file, rows)),
        "ত্রুটিসহ গৃহীত: %sর মধ্যে %sটি নেওয়া হয়নি, তাই মোট হিসাব আংশিক।"
            .formatted(rowsBn(rows), Bangla.number(bad)),
        agent
            ? "Look at the notices; lines that were not loaded can be delivered again."
            : "Correct the rows listed in %s and send the whole file again%s."
                .formatted(RejectedRows.nameOf(file.name()), resubmission(file, " as ", "")),
        agent
            ? "বার্তাগুলো দেখুন; যেসব লাইন নেওয়া হয়নি সেগুলো আবার পাঠানো যাবে।"
            : "%s ফাইলে দেওয়া সারিগুলো সংশোধন করে পুরো ফাইলটি আবার পাঠান%s।"
                .formatted(RejectedRows.nameOf(file.name()), resubmission(file, " (", " নামে)")));
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

  private static AnswerText waiting(String what) {
    return new AnswerText(
        "Waiting: it needs %s, which is not there yet. It is tried again in each cycle."
            .formatted(what),
        "অপেক্ষমাণ: এটির জন্য %s প্রয়োজন, যা এখনও আসেনি। প্রতি চক্রে আবার চেষ্টা করা হবে।"
            .formatted(BanglaFacts.of(what)),
        "Send what it waits for; this file need not be sent again.",
        "যা বাকি আছে তা পাঠান; এই ফাইল আবার পাঠাতে হবে না।");
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
    AnswerText repeated = byState(file, twin.state(), twin.reason(), twin.rows(), deadlines);
    return new AnswerText(
        "Duplicate: the same content was received before as %s; its answer is repeated here. %s"
            .formatted(twin.name(), repeated.summaryEn),
        "পুনরাবৃত্তি: একই বিষয়বস্তু আগে %s নামে পাওয়া গেছে; সেই উত্তরটিই এখানে দেওয়া হলো। %s"
            .formatted(twin.name(), repeated.summaryBn),
        repeated.nextEn,
        repeated.nextBn);
  }

  private static AnswerText superseded(AnsweredFile file) {
    Twin twin = file.twin();
    return new AnswerText(
        "Superseded: %s is in force instead."
            .formatted(twin == null ? "a later version" : twin.name()),
        "প্রতিস্থাপিত: এর বদলে %s কার্যকর।"
            .formatted(twin == null ? "পরবর্তী সংস্করণ" : twin.name()),
        NOTHING_EN,
        NOTHING_BN);
  }

  private AnswerText asTrial() {
    return new AnswerText(
        "Trial, without legal effect. " + summaryEn,
        "পরীক্ষামূলক, আইনগত কার্যকারিতা নেই। " + summaryBn,
        nextEn,
        nextBn);
  }

  private static String resubmission(AnsweredFile file, String before, String after) {
    LocalDate period = file.period();
    Integer revision = file.revision();
    if (period == null || file.feed() == null || !file.inbox().equals("FILING")) {
      return "";
    }
    return "%s%s_%s_%s_r%d.csv%s"
        .formatted(
            before,
            file.sender(),
            file.feed(),
            period.toString().substring(0, 7),
            (revision == null ? 0 : revision) + 1,
            after);
  }

  private static String rowsEn(AnsweredFile file, @Nullable Counts counts) {
    return "%,d %s".formatted(received(counts), file.inbox().equals("AGENT") ? "records" : "rows");
  }

  private static String rowsBn(@Nullable Counts counts) {
    return Bangla.number(received(counts)) + "টি সারি";
  }

  private static long received(@Nullable Counts counts) {
    return counts == null ? 0 : counts.received();
  }
}
