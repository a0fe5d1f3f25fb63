package org.fxbb.jobs.remind;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.mail.Message;

/**
 * What a reminder says, in Bangla and in English, as plain text and as a page without external
 * parts.
 *
 * @param isp code of the ISP
 * @param month the month that is filed
 * @param lastDay the last day on which it can be filed in time
 * @param today the day on which the text is made
 * @param downDays by how many days the last day moved because intake was down
 * @param open the feeds that are owed and not in force, at least one
 */
record ReminderText(
    String isp,
    YearMonth month,
    LocalDate lastDay,
    LocalDate today,
    int downDays,
    List<FeedArrival> open) {

  /** A language: its sentences and how it is marked. */
  private record Part(
      String language, String greeting, String lead, List<String> files, String due, String how) {}

  Message message() {
    List<Part> parts = List.of(bangla(), english());
    String plain =
        parts.stream().map(ReminderText::plain).collect(Collectors.joining("\n\n---\n\n"));
    return new Message(subject(), plain + "\n", html(parts));
  }

  /** Both languages in one line. */
  String subject() {
    return "%s: %s মাসের দাখিল / Filing for %s, %s"
        .formatted(
            isp,
            Words.monthBn(month),
            Words.month(month),
            left() < 0 ? "overdue" : "due by " + lastDay);
  }

  private long left() {
    return ChronoUnit.DAYS.between(today, lastDay);
  }

  private Part english() {
    return new Part(
        "en",
        "To the technical contact of %s,".formatted(isp),
        "For %s the following files are still missing:".formatted(Words.month(month)),
        open.stream().map(this::fileEnglish).toList(),
        dueEnglish(),
        "Put the files into the folder inbox/ of your SFTP account; the answer comes into outbox/ within minutes. To"
            + " check a file first, put it into try/: same checks, no legal effect. If a file was refused, correct what"
            + " its answer names and send it again with _r1 before .csv in its name. If you have sent everything in the"
            + " meantime, nothing is left to do. This message was made by the filing system.");
  }

  private String fileEnglish(FeedArrival feed) {
    String name = "%s_%s_%s.csv".formatted(isp, feed.feed(), month);
    return feed.state() == FeedArrival.State.REJECTED
        ? "%s: %s was refused (%s); its answer is %s.result.html in outbox/"
            .formatted(feed.feed(), feed.file(), feed.reason(), feed.file())
        : "%s: %s".formatted(feed.feed(), name);
  }

  private String dueEnglish() {
    String moved =
        downDays == 0
            ? ""
            : " It was moved by %d %s because our intake was down."
                .formatted(downDays, downDays == 1 ? "day" : "days");
    String day = Words.day(lastDay);
    if (left() < 0) {
      return "The last day was %s. Filed now, they count as late; please send them without delay.%s"
          .formatted(day, moved);
    }
    if (left() == 0) {
      return "Today, %s, is the last day: what arrives before midnight in Dhaka is on time.%s"
          .formatted(day, moved);
    }
    return "The last day is %s; %d %s left.%s"
        .formatted(day, left(), left() == 1 ? "day is" : "days are", moved);
  }

  private Part bangla() {
    return new Part(
        "bn",
        "%s-এর কারিগরি প্রতিনিধি সমীপে,".formatted(isp),
        "%s মাসের নিচের ফাইলগুলো এখনও পাওয়া যায়নি:".formatted(Words.monthBn(month)),
        open.stream().map(this::fileBangla).toList(),
        dueBangla(),
        "ফাইলগুলো আপনার SFTP অ্যাকাউন্টের inbox/ ফোল্ডারে রাখুন; কয়েক মিনিটের মধ্যে outbox/ ফোল্ডারে উত্তর পাবেন।"
            + " আগে যাচাই করে নিতে চাইলে try/ ফোল্ডারে রাখুন: একই যাচাই হবে, কিন্তু দাখিল বলে গণ্য হবে না।"
            + " কোনো ফাইল ফেরত এসে থাকলে উত্তরে দেখানো ভুল সংশোধন করে নামে .csv-এর আগে _r1 যোগ করে আবার পাঠান।"
            + " ইতিমধ্যে সব পাঠিয়ে থাকলে আর কিছু করার নেই। এই বার্তাটি দাখিল ব্যবস্থা থেকে স্বয়ংক্রিয়ভাবে পাঠানো।");
  }

  private String fileBangla(FeedArrival feed) {
    String name = "%s_%s_%s.csv".formatted(isp, feed.feed(), month);
    return feed.state() == FeedArrival.State.REJECTED
        ? "%s: %s গৃহীত হয়নি (%s); উত্তর outbox/ ফোল্ডারে %s.result.html ফাইলে"
            .formatted(Words.feedBn(feed.feed()), feed.file(), feed.reason(), feed.file())
        : "%s: %s".formatted(Words.feedBn(feed.feed()), name);
  }

  private String dueBangla() {
    String moved =
        downDays == 0
            ? ""
            : " আমাদের গ্রহণ ব্যবস্থা বন্ধ থাকায় শেষ দিন %s দিন পেছানো হয়েছে।"
                .formatted(Words.digits(downDays));
    String day = Words.dayBn(lastDay);
    if (left() < 0) {
      return "দাখিলের শেষ দিন ছিল %s। এখন পাঠালে তা বিলম্বিত দাখিল বলে গণ্য হবে; অনুগ্রহ করে আর দেরি না করে পাঠান।%s"
          .formatted(day, moved);
    }
    if (left() == 0) {
      return "আজ (%s) দাখিলের শেষ দিন: আজ রাত ১২টার আগে যা পৌঁছাবে তা সময়মতো দাখিল বলে গণ্য হবে।%s"
          .formatted(day, moved);
    }
    return "দাখিলের শেষ দিন %s; আর %s দিন বাকি।%s".formatted(day, Words.digits(left()), moved);
  }

  private static String plain(Part part) {
    return "%s\n\n%s\n%s\n\n%s\n\n%s"
        .formatted(
            part.greeting(),
            part.lead(),
            part.files().stream().map(file -> "- " + file).collect(Collectors.joining("\n")),
            part.due(),
            part.how());
  }

  private String html(List<Part> parts) {
    return """
        <!DOCTYPE html>
        <html lang="bn">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body { font-family: "Noto Sans Bengali", "Noto Sans", Vrinda, Arial, sans-serif; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em; color: #1b2733; }
        section + section { border-top: 1px solid #c5ccd3; margin-top: 1.5em; padding-top: .5em; }
        li { overflow-wrap: anywhere; }
        .due { font-weight: bold; }
        </style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(
            escape(subject()),
            parts.stream().map(ReminderText::section).collect(Collectors.joining("\n")));
  }

  private static String section(Part part) {
    return """
        <section lang="%s">
        <p>%s</p>
        <p class="due">%s</p>
        <p>%s</p>
        <ul>
        %s
        </ul>
        <p>%s</p>
        </section>"""
        .formatted(
            part.language(),
            escape(part.greeting()),
            escape(part.due()),
            escape(part.lead()),
            part.files().stream()
                .map(file -> "<li>" + escape(file) + "</li>")
                .collect(Collectors.joining("\n")),
            escape(part.how()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
