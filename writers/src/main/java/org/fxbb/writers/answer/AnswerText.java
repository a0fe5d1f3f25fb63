package org.fxbb.writers.answer;

import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What a file's state means for its sender, and what to do now: in English and in Bangla.
 *
 * @param summaryEn one sentence: what became of the file
 * @param summaryBn the same in Bangla
 * @param nextEn one sentence: what to do now
 * @param nextBn the same in Bangla
 */
record AnswerText(String summaryEn, String summaryBn, String nextEn, String nextBn) {
  private static final String NOTHING_EN = "Nothing needs to be done.";
  private static final String NOTHING_BN = "আর কিছু করার প্রয়োজন নেই।";

  static AnswerText of(AnsweredFile file) {
    AnswerText text = byState(file);
    return file.inbox().equals("TRY") ? text.asTrial() : text;
  }

  private static AnswerText byState(AnsweredFile file) {
    return switch (file.state()) {
      case "ACCEPTED" ->
          new AnswerText(
              "Accepted: all %s are in force.".formatted(rowsEn(file)),
              "গৃহীত: %s কার্যকর হয়েছে।".formatted(rowsBn(file)),
              NOTHING_EN,
              NOTHING_BN);
      case "ACCEPTED_WITH_ERRORS" -> withErrors(file);
      case "REJECTED" -> rejected(file);
      case "WAITING" ->
          new AnswerText(
              "Waiting: it needs %s, which is not there yet. It is tried again in each cycle."
                  .formatted(file.reason()),
              "অপেক্ষমাণ: এটির জন্য %s প্রয়োজন, যা এখনো আসেনি। প্রতি চক্রে আবার চেষ্টা করা হবে।"
                  .formatted(file.reason()),
              "Send what it waits for; this file need not be sent again.",
              "যা বাকি আছে তা পাঠান; এই ফাইল আবার পাঠাতে হবে না।");
      case "DUPLICATE" ->
          new AnswerText(
              "Duplicate: the same content was received before as %s; its answer is repeated here."
                  .formatted(file.twin()),
              "পুনরাবৃত্তি: একই বিষয়বস্তু আগে %s নামে পাওয়া গেছে; সেই উত্তরটিই এখানে দেওয়া হলো।"
                  .formatted(file.twin()),
              NOTHING_EN,
              NOTHING_BN);
      case "SUPERSEDED" ->
          new AnswerText(
              "Superseded: %s is in force instead.".formatted(twinOr(file, "a later version")),
              "প্রতিস্থাপিত: এর বদলে %s কার্যকর।".formatted(twinOr(file, "পরবর্তী সংস্করণ")),
              NOTHING_EN,
              NOTHING_BN);
      default ->
          new AnswerText(
              "State %s.".formatted(file.state()),
              "অবস্থা: %s।".formatted(file.state()),
              NOTHING_EN,
              NOTHING_BN);
    };
  }

  /** A new revision helps only where the name was right and the rows were not. */
  private static AnswerText rejected(AnsweredFile file) {
    boolean ofRows = file.rows() != null && "too_many_errors".equals(file.reason());
    return new AnswerText(
        "Rejected (%s): no row was loaded; an earlier accepted version, if any, stays in force."
            .formatted(file.reason()),
        "প্রত্যাখ্যাত (%s): কোনো সারি নেওয়া হয়নি; আগে গৃহীত সংস্করণ থাকলে সেটিই কার্যকর থাকবে।"
            .formatted(file.reason()),
        "Correct what the notices below name and send the whole file again%s."
            .formatted(ofRows ? resubmission(file, " as ") : ""),
        "নিচের বার্তাগুলো দেখে সংশোধন করে পুরো ফাইলটি আবার পাঠান%s।"
            .formatted(ofRows ? resubmission(file, ": ") : ""));
  }

  private static AnswerText withErrors(AnsweredFile file) {
    Counts rows = file.rows();
    long bad = rows == null ? 0 : rows.quarantined();
    return new AnswerText(
        "Accepted with errors: %,d of %s were not loaded, so the totals are partial."
            .formatted(bad, rowsEn(file)),
        "ত্রুটিসহ গৃহীত: মোট %2$s, তার মধ্যে %1$sটি নেওয়া হয়নি, তাই মোট সংখ্যা আংশিক।"
            .formatted(bangla(bad), rowsBn(file)),
        file.inbox().equals("AGENT")
            ? "Look at the notices; lines that were not loaded can be delivered again."
            : "Correct the rows in %s and send the whole file again%s."
                .formatted(RejectedRows.nameOf(file.name()), resubmission(file, " as ")),
        file.inbox().equals("AGENT")
            ? "বার্তাগুলো দেখুন; যেসব লাইন নেওয়া হয়নি সেগুলো আবার পাঠানো যাবে।"
            : "%s ফাইলের সারিগুলো সংশোধন করে পুরো ফাইলটি আবার পাঠান%s।"
                .formatted(RejectedRows.nameOf(file.name()), resubmission(file, ": ")));
  }

  private AnswerText asTrial() {
    return new AnswerText(
        "Trial, without legal effect. " + summaryEn.replace("are in force", "would be in force"),
        "পরীক্ষামূলক, আইনগত কার্যকারিতা নেই। " + summaryBn.replace("কার্যকর হয়েছে", "কার্যকর হতো"),
        nextEn,
        nextBn);
  }

  private static String resubmission(AnsweredFile file, String before) {
    Integer revision = file.revision();
    if (file.period() == null || file.feed() == null || !file.inbox().equals("FILING")) {
      return "";
    }
    return "%s%s_%s_%s_r%d.csv"
        .formatted(
            before,
            file.sender(),
            file.feed(),
            file.period().toString().substring(0, 7),
            (revision == null ? 0 : revision) + 1);
  }

  private static String twinOr(AnsweredFile file, String other) {
    String twin = file.twin();
    return twin == null ? other : twin;
  }

  private static String rowsEn(AnsweredFile file) {
    return "%,d %s"
        .formatted(received(file.rows()), file.inbox().equals("AGENT") ? "records" : "rows");
  }

  private static String rowsBn(AnsweredFile file) {
    return bangla(received(file.rows())) + "টি সারি";
  }

  private static long received(@Nullable Counts counts) {
    return counts == null ? 0 : counts.received();
  }

  private static String bangla(long number) {
    StringBuilder digits = new StringBuilder();
    for (char c : "%,d".formatted(number).toCharArray()) {
      digits.append(c >= '0' && c <= '9' ? (char) (c - '0' + '০') : c);
    }
    return digits.toString();
  }
}
