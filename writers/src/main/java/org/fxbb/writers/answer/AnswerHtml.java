package org.fxbb.writers.answer;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fxbb.readers.guide.HtmlPage;
import org.fxbb.writers.answer.AnsweredFile.Counts;
import org.fxbb.writers.answer.AnsweredFile.Filing;
import org.fxbb.writers.answer.AnsweredFile.Version;
import org.fxbb.writers.answer.FileNotices.OfCode;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code <name>.result.html}: the whole answer in Bangla and in English on one page, for a
 * phone, a wide screen and paper; no script, nothing loaded from elsewhere.
 *
 * <p><b>Shape</b>: what became of the file and what to do, counts, what was found by code; then
 * every notice, by code, folded up where they are many. A zip has this for each of its members.
 *
 * <p><b>Source</b>: specification 4.10.
 */
final class AnswerHtml {
  private static final String NOT_RUN = "rule_not_run";

  private final HtmlPage page;

  private AnswerHtml(HtmlPage page) {
    this.page = page;
  }

  /** Writes the page; memory does not grow with the number of notices. */
  static void write(Answer answer, OutputStream out) {
    try (HtmlPage page = new HtmlPage(out)) {
      AnswerHtml html = new AnswerHtml(page);
      html.begin(answer);
      html.answer(answer, "");
      int n = 0;
      for (Answer member : answer.members()) {
        n++;
        html.head(member, "h2");
        html.answer(member, "m" + n + "-");
      }
      page.raw("</main>\n").end();
    }
  }

  private void begin(Answer answer) {
    page.begin(answer.file().name() + ": " + answer.file().state());
    head(answer, "h1");
    page.raw("<nav><a href=\"#bn\" lang=\"bn\">বাংলা</a> <a href=\"#en\" lang=\"en\">English</a>")
        .raw(" <a href=\"#list\"><span lang=\"bn\">সব বার্তা</span> · All notices</a></nav>\n")
        .raw("<main>\n");
  }

  private void head(Answer answer, String level) {
    page.raw("<header class=\"" + answer.signal().name().toLowerCase(Locale.ROOT))
        .raw("\"><p class=\"state\"><span lang=\"bn\">")
        .text(state(answer, Language.BN))
        .raw("</span> · <span lang=\"en\">")
        .text(state(answer, Language.EN))
        .raw("</span></p><" + level + ">")
        .data(answer.file().name())
        .raw("</" + level + "></header>\n");
  }

  private static String state(Answer answer, Language language) {
    String state =
        (answer.file().isTrial() ? language.say("পরীক্ষামূলক: ", "Trial: ") : "")
            + language.state(answer.file().state());
    return answer.warnings() == 0
        ? state
        : state
            + language.say(
                ", %sটি সতর্কতা".formatted(Bangla.number(answer.warnings())),
                ", " + Bangla.english(answer.warnings(), "warning"));
  }

  private void answer(Answer answer, String prefix) {
    page.raw("<div class=\"both\">\n");
    for (Language language : Language.values()) {
      page.raw(
          "<section id=\"%s%s\" lang=\"%s\">\n"
              .formatted(prefix, language.code(), language.code()));
      AnswerText text = answer.text();
      page.raw("<p class=\"summary\">")
          .text(language.say(text.summaryBn(), text.summaryEn()))
          .raw("</p>\n<h3>")
          .text(language.say("এখন কী করবেন", "What to do now"))
          .raw("</h3>\n<p class=\"next\">")
          .text(language.say(text.nextBn(), text.nextEn()))
          .raw("</p>\n");
      difference(answer, language);
      counts(answer, language);
      codes(answer, language, prefix);
      facts(answer, language);
      page.raw("</section>\n");
    }
    page.raw("</div>\n<section id=\"" + prefix + "list\">\n");
    if (answer.notices().count(answer.file()) > 0) {
      page.raw(
          "<h3><span lang=\"bn\">সব বার্তা</span> · <span lang=\"en\">All notices</span></h3>\n");
      new NoticeList(page, answer, prefix).write();
    }
    page.raw("</section>\n");
  }

  private void difference(Answer answer, Language language) {
    Difference difference = answer.difference();
    if (difference != null) {
      page.raw("<h3>")
          .text(language.say("আগের চেষ্টার তুলনায়", "Since the try before"))
          .raw("</h3>\n<p>")
          .data(difference.previous().name())
          .text(", " + language.time(difference.previous().receivedAt().toInstant()) + ": ")
          .raw("<strong>")
          .text(language.say(difference.bangla(), difference.english()))
          .raw("</strong></p>\n");
      List<String> gone =
          difference.codes().stream()
              .filter(code -> code.added() + code.still() == 0)
              .map(Difference.OfCode::code)
              .toList();
      if (!gone.isEmpty()) {
        page.raw("<p>")
            .text(language.say("আর নেই: ", "Gone: ") + String.join(", ", gone))
            .raw("</p>\n");
      }
    }
  }

  private void counts(Answer answer, Language language) {
    Counts lines = answer.file().submissions();
    Counts rows = answer.file().rows();
    if (lines != null) {
      counts(lines, language.say("লাইন (জমা)", "Lines (submissions)"), language, false);
    }
    if (rows != null) {
      boolean trial = answer.file().isTrial();
      counts(
          rows,
          lines == null ? language.say("সারি", "Rows") : language.say("রেকর্ড", "Records"),
          language,
          trial);
    }
  }

  private void counts(Counts counts, String what, Language language, boolean trial) {
    page.element("h3", what).raw("<table class=\"counts\">\n");
    count(language.say("পাওয়া গেছে", "Received"), counts.received(), language, "");
    count(
        trial
            ? language.say("নেওয়া হতো", "Would be loaded")
            : language.say("নেওয়া হয়েছে", "Loaded"),
        counts.loaded(),
        language,
        "=");
    count(
        language.say("ত্রুটির জন্য নেওয়া হয়নি", "Not loaded for errors"),
        counts.quarantined(),
        language,
        "+");
    count(language.say("হুবহু পুনরাবৃত্তি", "Exact repeats"), counts.duplicate(), language, "+");
    count(
        language.say("ফাইলের সঙ্গে প্রত্যাখ্যাত", "Rejected with the file"),
        counts.rejected(),
        language,
        "+");
    page.raw("</table>\n");
  }

  private void count(String what, long number, Language language, String sign) {
    page.raw("<tr><td>" + sign + "</td><th scope=\"row\">")
        .text(what)
        .raw("</th><td>")
        .text(language.number(number))
        .raw("</td></tr>\n");
  }

  private void codes(Answer answer, Language language, String prefix) {
    List<OfCode> codes = answer.notices().listCodes(answer.file());
    List<OfCode> found = codes.stream().filter(c -> !isNotRun(c)).toList();
    List<OfCode> notRun = codes.stream().filter(AnswerHtml::isNotRun).toList();
    if (!found.isEmpty()) {
      page.element("h3", language.say("কী পাওয়া গেছে", "What was found"));
      found.forEach(code -> code(code, answer.difference(), language, prefix));
    }
    if (!notRun.isEmpty()) {
      page.element("h3", language.say("যে যাচাই চালানো যায়নি", "Checks that could not run"));
      notRun.forEach(code -> code(code, null, language, prefix));
    }
  }

  private static boolean isNotRun(OfCode code) {
    return code.first().code().startsWith(NOT_RUN);
  }

  private void code(
      OfCode code, @Nullable Difference difference, Language language, String prefix) {
    String severity = code.first().severity();
    String name = code.first().code();
    page.raw("<div class=\"code %s\"><p><strong>".formatted(severity.toLowerCase(Locale.ROOT)))
        .text(language.number(code.notices()))
        .raw("</strong> × <a href=\"#" + prefix)
        .text(name)
        .raw("\"><code>")
        .text(name)
        .raw("</code></a> <span class=\"severity\">")
        .text(language.severity(severity))
        .raw("</span></p>\n<p>");
    if (code.notices() > 1) {
      page.text(language.say("যেমন: ", "For example: "));
    }
    page.text(language.say(code.first().messageBn(), code.first().messageEn())).raw("</p>\n");
    String fix = language.say(orElse(code.first().fixBn()), orElse(code.first().fixEn()));
    if (!fix.isEmpty()) {
      page.raw("<p class=\"fix\">").text(language.say("করণীয়: ", "Fix: ") + fix).raw("</p>\n");
    }
    if (difference != null && !severity.equals("INFO")) {
      Difference.OfCode change = difference.of(name);
      page.raw("<p class=\"since\">")
          .text(
              language.say(
                  "আগের চেষ্টার তুলনায়: %sটি ঠিক হয়েছে, %sটি নতুন, %sটি এখনও আছে"
                      .formatted(
                          Bangla.number(change.fixed()),
                          Bangla.number(change.added()),
                          Bangla.number(change.still())),
                  "Since the try before: %,d fixed, %,d new, %,d still there"
                      .formatted(change.fixed(), change.added(), change.still())))
          .raw("</p>\n");
    }
    page.raw("</div>\n");
  }

  private static String orElse(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void facts(Answer answer, Language language) {
    AnsweredFile file = answer.file();
    page.element("h3", language.say("ফাইলের তথ্য", "About the file")).raw("<dl>\n");
    fact(language.say("প্রেরক", "Sender"), file.sender());
    LocalDate period = file.period();
    if (file.feed() != null) {
      fact(
          language.say("বিষয়", "Feed"),
          file.feed() + (period == null ? "" : ", " + period.toString().substring(0, 7)));
    }
    fact(
        language.say("পাওয়ার সময় (ঢাকা)", "Received (Dhaka time)"),
        language.time(file.receivedAt()));
    deadline(answer, language);
    fact(language.say("আইনগত কার্যকারিতা", "Legal effect"), effect(file, language));
    fact(
        language.say("আকার", "Size"),
        language.number(file.bytes()) + language.say(" বাইট", " bytes"));
    fact("SHA-256", file.sha256());
    if (answer.rejectedRows() != null) {
      fact(language.say("ভুল সারির ফাইল", "File with the wrong rows"), answer.rejectedRows());
    }
    page.raw("</dl>\n");
    if (file.inbox().equals("FILING") || file.isTrial()) {
      page.raw("<p class=\"guide\">")
          .text(
              language.say(
                  "কলাম, নমুনা ফাইল ও সাধারণ ভুলের ব্যাখ্যা এই ফোল্ডারের guide/guide.html ফাইলে আছে।",
                  "Columns, templates and common errors are explained in guide/guide.html in this folder."))
          .raw("</p>\n");
    }
  }

  private void deadline(Answer answer, Language language) {
    Instant deadline = answer.deadline();
    if (deadline == null) {
      return;
    }
    boolean inTime = answer.file().receivedAt().isBefore(deadline);
    fact(
        language.say("শেষ সময়", "Deadline"),
        language.say(
            "%s; এই ফাইল %s"
                .formatted(
                    Timeliness.due(language, deadline, answer.movedDays()),
                    inTime ? "সময়মতো পাওয়া গেছে" : "সময়ের পরে পাওয়া গেছে"),
            "%s; this file was received %s"
                .formatted(
                    Timeliness.due(language, deadline, answer.movedDays()),
                    inTime ? "in time" : "after it")));
    Filing filing = answer.file().filing();
    if (filing != null) {
      fact(language.say("এ মাসের জমার অবস্থা", "This month's filing"), standing(filing, language));
    }
  }

  private static String standing(Filing filing, Language language) {
    Integer late = filing.lateDays();
    long days = late == null ? 0 : late;
    return switch (filing.state()) {
      case "ON_TIME" -> language.say("সময়মতো জমা হয়েছে", "filed on time");
      case "LATE" ->
          language.say(
              "%s দিন বিলম্বে জমা হয়েছে".formatted(Bangla.number(days)),
              "filed %s late".formatted(Bangla.english(days, "day")));
      default -> language.say("এখনও জমা হয়নি", "not filed yet");
    };
  }

  private static String effect(AnsweredFile file, Language language) {
    if (file.isTrial()) {
      return language.say("নেই: এটি পরীক্ষা মাত্র", "none: this is a trial");
    }
    Filing filing = file.filing();
    Version inForce = filing == null ? null : filing.inForce();
    return switch (file.state()) {
      case "ACCEPTED", "ACCEPTED_WITH_ERRORS" ->
          language.say("এই ফাইলের তথ্য কার্যকর", "this file is in force");
      case "WAITING" -> language.say("এখনও নেই", "none yet");
      default ->
          inForce == null
              ? language.say("নেই", "none")
              : language.say("নেই; কার্যকর সংস্করণ: ", "none; the version in force is ")
                  + inForce.name();
    };
  }

  private void fact(String name, @Nullable String value) {
    if (value != null) {
      page.element("dt", name).raw("<dd>").data(value).raw("</dd>\n");
    }
  }
}
