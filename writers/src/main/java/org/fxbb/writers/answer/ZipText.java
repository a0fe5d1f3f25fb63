package org.fxbb.writers.answer;

import java.util.List;
import org.fxbb.writers.answer.AnsweredFile.Filing;

/** What became of a zip as a whole, in words; each of its members has an answer of its own. */
final class ZipText {
  private ZipText() {}

  /**
   * Of a zip.
   *
   * @param warnings how many its members have, and it itself
   * @param unread how many notices of its own say that something in it was not read
   */
  static AnswerText of(AnsweredFile zip, long warnings, long unread, List<Answer> members) {
    AnswerText text =
        byState(zip, unread, members)
            .withWarnings(warnings, ", alone or in a zip", " (আলাদা বা zip করে)");
    if (zip.isTrial()) {
      return text.asTrial();
    }
    long late = members.stream().filter(ZipText::isLate).count();
    return late == 0
        ? text
        : new AnswerText(
            text.summaryEn()
                + " %s late; see below."
                    .formatted(late == 1 ? "One of them is" : late + " of them are"),
            text.summaryBn()
                + " এর মধ্যে %sটি ফাইল সময়ের পরে জমা হয়েছে; নিচে দেখুন।"
                    .formatted(Bangla.number(late)),
            text.nextEn(),
            text.nextBn());
  }

  private static AnswerText byState(AnsweredFile zip, long unread, List<Answer> members) {
    long good = members.stream().filter(m -> isGood(m.file().state())).count();
    String files = Bangla.english(members.size(), "file");
    String all = Bangla.number(members.size());
    return switch (zip.state()) {
      case "ACCEPTED" ->
          new AnswerText(
              acceptedEn(good, members.size()),
              acceptedBn(good, members.size()),
              zip.isTrial()
                  ? "To file it, put the same zip into the folder inbox."
                  : AnswerText.NOTHING_EN,
              zip.isTrial()
                  ? "জমা দিতে হলে একই zip ফাইল inbox ফোল্ডারে রাখুন।"
                  : AnswerText.NOTHING_BN);
      case "REJECTED" ->
          new AnswerText(
              "Rejected (%s): no file of the zip was accepted.".formatted(zip.reason()),
              "প্রত্যাখ্যাত (%s): zip-এর কোনো ফাইল গৃহীত হয়নি।".formatted(zip.reason()),
              "Correct what the notices name and send the files again, alone or in a zip.",
              "বার্তাগুলোতে যা বলা হয়েছে তা সংশোধন করে ফাইলগুলো আলাদা বা zip করে আবার পাঠান।");
      case "WAITING" ->
          new AnswerText(
              "Waiting: %,d of %s of the zip %s done, others wait for what is not there yet."
                  .formatted(good, files, good == 1 ? "is" : "are"),
              "অপেক্ষমাণ: zip-এর %sটি ফাইলের মধ্যে %sটির কাজ শেষ, বাকিগুলো অন্য ফাইলের অপেক্ষায়।"
                  .formatted(all, Bangla.number(good)),
              "Send what they wait for; this zip need not be sent again.",
              "যা বাকি আছে তা পাঠান; এই zip আবার পাঠাতে হবে না।");
      case "SUPERSEDED" ->
          new AnswerText(
              "Superseded: no file of the zip is in force, later versions are.",
              "প্রতিস্থাপিত: zip-এর কোনো ফাইল কার্যকর নয়, পরবর্তী সংস্করণ কার্যকর।",
              AnswerText.NOTHING_EN,
              AnswerText.NOTHING_BN);
      default ->
          new AnswerText(
              "Accepted in part: %,d of %s %s %s without errors%s."
                  .formatted(
                      good,
                      files,
                      unread == 0 ? "of the zip" : "that could be read",
                      good == 1 ? "is" : "are",
                      unread == 0 ? "" : "; others in the zip were not read, see the notices"),
              "আংশিক গৃহীত: zip-এর %s%sটি ফাইলের মধ্যে %sটি নির্ভুল%s।"
                  .formatted(
                      unread == 0 ? "" : "পড়া গেছে এমন ",
                      all,
                      Bangla.number(good),
                      unread == 0 ? "" : "; বাকি ফাইল পড়া হয়নি, বার্তা দেখুন"),
              "Look at each file below; correct those with errors and send them again, alone or in a zip.",
              "নিচে প্রতিটি ফাইলের উত্তর দেখুন; ভুলগুলো সংশোধন করে সেই ফাইলগুলো আলাদা বা zip করে আবার পাঠান।");
    };
  }

  private static String acceptedEn(long good, int all) {
    if (good < all) {
      return "Accepted: %,d of %s of the zip; later versions of the others are in force."
          .formatted(good, Bangla.english(all, "file"));
    }
    return all == 1
        ? "Accepted: the only file of the zip."
        : "Accepted: all %s of the zip.".formatted(Bangla.english(all, "file"));
  }

  private static String acceptedBn(long good, int all) {
    if (good < all) {
      return "গৃহীত: zip-এর %sটি ফাইলের মধ্যে %sটি; বাকিগুলোর পরবর্তী সংস্করণ কার্যকর।"
          .formatted(Bangla.number(all), Bangla.number(good));
    }
    return all == 1
        ? "গৃহীত: zip-এর একমাত্র ফাইলটি।"
        : "গৃহীত: zip-এর %sটি ফাইলের সবই।".formatted(Bangla.number(all));
  }

  private static boolean isGood(String state) {
    return state.equals("ACCEPTED") || state.equals("DUPLICATE");
  }

  private static boolean isLate(Answer member) {
    Filing filing = member.file().filing();
    return filing != null && filing.state().equals("LATE");
  }
}
