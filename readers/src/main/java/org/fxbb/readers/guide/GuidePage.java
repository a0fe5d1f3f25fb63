package org.fxbb.readers.guide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.FeedText;
import org.fxbb.readers.feed.FeedText.Text;
import org.fxbb.readers.notice.BanglaFacts;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.NoticeRule;

/**
 * The guide to a set of feeds: one page with all of it in Bangla and in English. Its prose is in
 * {@code <kind>_bn.html} and {@code <kind>_en.html}; feeds, columns and errors come from their
 * declarations.
 */
final class GuidePage {
  private static final List<String> COMMON =
      List.of(
          "unknown_file_name",
          "unreadable_encoding",
          "missing_required_column",
          "unknown_column",
          "wrong_cell_count",
          "missing_required_value",
          "not_a_number",
          "not_an_integer",
          "number_out_of_range",
          "unknown_enum_value",
          "invalid_date",
          "invalid_ratio",
          "unknown_location",
          "ambiguous_location",
          "unknown_package",
          "duplicate_key",
          "too_many_errors",
          "subscribers_do_not_roll_forward",
          "package_count_mismatch");
  private static final BigDecimal LARGEST_TOLD = BigDecimal.valueOf(1_000_000);
  private static final String FACT = "…";

  private final HtmlPage page;
  private final Kind kind;
  private final Map<Feed, FeedText> feeds;
  private final Guide.Facts facts;
  private final boolean bangla;

  private GuidePage(
      HtmlPage page, Kind kind, Map<Feed, FeedText> feeds, Guide.Facts facts, boolean bangla) {
    this.page = page;
    this.kind = kind;
    this.feeds = feeds;
    this.facts = facts;
    this.bangla = bangla;
  }

  static String of(Kind kind, Map<Feed, FeedText> feeds, Guide.Facts facts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HtmlPage page = new HtmlPage(bytes)) {
      page.begin("Guide: " + facts.sender())
          .raw(
              "<header class=\"green\"><p class=\"state\"><span lang=\"bn\">ফাইল পাঠানোর নির্দেশিকা</span>")
          .raw(" · <span lang=\"en\">Guide to sending files</span></p><h1>")
          .data(facts.sender())
          .raw("</h1></header>\n<nav><a href=\"#bn\" lang=\"bn\">বাংলা</a>")
          .raw(" <a href=\"#en\" lang=\"en\">English</a></nav>\n<main>\n");
      new GuidePage(page, kind, feeds, facts, true).write();
      new GuidePage(page, kind, feeds, facts, false).write();
      page.raw("</main>\n").end();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write() {
    String language = bangla ? "bn" : "en";
    page.raw("<section class=\"guide\" id=\"%s\" lang=\"%s\">\n".formatted(language, language));
    String prose = prose("%s_%s.html".formatted(kind.name().toLowerCase(Locale.ROOT), language));
    int from = 0;
    for (int open = prose.indexOf('{'); open >= 0; open = prose.indexOf('{', from)) {
      page.raw(prose.substring(from, open));
      int close = prose.indexOf('}', open);
      fill(prose.substring(open + 1, close));
      from = close + 1;
    }
    page.raw(prose.substring(from)).raw("</section>\n");
  }

  private void fill(String name) {
    switch (name) {
      case "isp" -> page.text(facts.sender());
      case "month" -> page.text(facts.month());
      case "due" -> due();
      case "pops" -> pops();
      case "due_day" -> page.text(number(facts.dueDay()));
      case "correction_days" -> page.text(number(facts.correctionDays()));
      case "feeds" -> feeds();
      case "columns" -> feeds.forEach(this::columns);
      case "errors" -> COMMON.forEach(this::error);
      default -> throw new IllegalStateException("The guide has no part named " + name + ".");
    }
  }

  private void due() {
    Guide.Due due = facts.due();
    if (due != null) {
      page.raw("<p class=\"next\">")
          .text(say("এখন যে মাসের তথ্য জমা দিতে হবে: ", "To be filed now: "))
          .raw("<strong>")
          .text(due.month().toString())
          .raw("</strong>. ")
          .text(say("শেষ দিন: ", "The last day is "))
          .raw("<strong>")
          .text(due.lastDay().toString())
          .raw("</strong> (")
          .text(say("বাংলাদেশ সময় রাত ১২টা পর্যন্ত", "until midnight, Dhaka time"))
          .raw(").</p>\n");
    }
  }

  private void pops() {
    if (facts.popCodes().isEmpty()) {
      page.text(
          say(
              "আপনার কোনো পপ এখনও নিবন্ধিত নেই; কমিশনকে নিবন্ধন করতে বলুন।",
              "No PoP of yours is registered yet; ask the regulator to register them."));
    } else {
      page.text(say("আপনার নিবন্ধিত পপ কোড: ", "Your registered PoP codes: "))
          .data(String.join(", ", facts.popCodes()));
    }
  }

  private String say(String inBangla, String inEnglish) {
    return bangla ? inBangla : inEnglish;
  }

  private String number(int number) {
    StringBuilder digits = new StringBuilder(Integer.toString(number));
    for (int i = 0; bangla && i < digits.length(); i++) {
      digits.setCharAt(i, (char) (digits.charAt(i) - '0' + '০'));
    }
    return digits.toString();
  }

  private void feeds() {
    page.raw("<table class=\"columns\">\n<tr>")
        .element("th", say("ফাইল", "File"))
        .element("th", say("কী", "What it is"))
        .element("th", say("কখন", "When"))
        .raw("</tr>\n");
    for (Map.Entry<Feed, FeedText> of : feeds.entrySet()) {
      Feed feed = of.getKey();
      Text text = of.getValue().feed();
      page.raw(
              "<tr><td><a href=\"#" + id(feed) + "\"><code>" + feed.name() + "</code></a></td><td>")
          .raw("<strong>")
          .text(say(text.titleBn(), text.titleEn()))
          .raw("</strong><br/>")
          .text(say(text.meaningBn(), text.meaningEn()))
          .raw("</td><td>")
          .text(when(feed))
          .raw("</td></tr>\n");
    }
    page.raw("</table>\n");
  }

  private String when(Feed feed) {
    if (kind != Kind.FILING) {
      return say("কিছু বদলালে", "when it changes");
    }
    return feed.mandatory() ? say("প্রতি মাসে", "each month") : say("ঐচ্ছিক", "optional");
  }

  private String id(Feed feed) {
    return feed.name() + say("-bn", "-en");
  }

  private void columns(Feed feed, FeedText text) {
    page.raw("<h3 id=\"" + id(feed) + "\"><code>" + feed.name() + "</code> · ")
        .text(say(text.feed().titleBn(), text.feed().titleEn()))
        .raw("</h3>\n<p><code>")
        .text(
            kind == Kind.FILING
                ? "%s_%s_%s.csv".formatted(facts.sender(), feed.name(), facts.month())
                : feed.name() + "_2026-01-31.csv")
        .raw("</code></p>\n<table class=\"columns\">\n<tr>")
        .element("th", say("কলাম", "Column"))
        .element("th", say("অর্থ", "Meaning"))
        .element("th", say("কী লিখবেন", "What to write"))
        .element("th", say("উদাহরণ", "Example"))
        .raw("</tr>\n");
    for (Column column : feed.columns()) {
      Text of = text.of(column);
      page.raw("<tr><td><code>" + column.name() + "</code><br/>")
          .raw(column.required() ? "<span class=\"needed\">" : "<span>")
          .text(column.required() ? say("আবশ্যক", "required") : say("ঐচ্ছিক", "optional"))
          .raw("</span></td><td><strong>")
          .text(say(of.titleBn(), of.titleEn()))
          .raw("</strong><br/>")
          .text(say(of.meaningBn(), of.meaningEn()))
          .raw("</td><td>")
          .text(kind(column))
          .raw("</td><td>")
          .data(example(of))
          .raw("</td></tr>\n");
    }
    page.raw("</table>\n<p>")
        .text(
            say("একই মানের দুটি সারি থাকতে পারবে না: ", "No two rows may agree in all of: ")
                + String.join(", ", feed.key()))
        .raw("</p>\n");
  }

  private static String example(Text text) {
    return String.join(
        ", ", text.examples().stream().filter(cell -> !cell.isEmpty()).distinct().toList());
  }

  private String kind(Column column) {
    return switch (column.type()) {
      case TEXT ->
          say(
              "লেখা, সর্বোচ্চ %d অক্ষর".formatted(column.maxLength()),
              "text, at most %d characters".formatted(column.maxLength()));
      case DECIMAL -> say("সংখ্যা", "a number") + range(column);
      case INTEGER -> say("পূর্ণসংখ্যা", "a whole number") + range(column);
      case DATE -> say("তারিখ: 2026-01-31", "a date: 2026-01-31");
      case INSTANT ->
          say("তারিখ ও সময়: 2026-01-31T18:30:00", "date and time: 2026-01-31T18:30:00");
      case BOOLEAN -> say("true অথবা false (হ্যাঁ বা না লিখলেও চলে)", "true or false");
      case ENUM -> say("এর একটি: ", "one of ") + String.join(", ", column.values());
      case RATIO ->
          say(
              "1:8 আকারে; লেখার আগে কলামটির ফরম্যাট Text করে নিন",
              "as 1:8; format the column as Text before you write");
      case UUID -> "UUID";
      case PERIOD -> say("মাস: 2026-01", "a month: 2026-01");
      case LOCATION -> say("বিবিএস কোড", "BBS code");
    };
  }

  /** The limits that a person can meet; those of the database alone are not told. */
  private String range(Column column) {
    String range = column.range();
    BigDecimal max = column.max();
    if (max != null && max.compareTo(LARGEST_TOLD) > 0) {
      range = range.replaceFirst(" and at most .*", "");
    }
    boolean any = column.min() == null && column.max() == null;
    return any ? "" : ": " + say(BanglaFacts.of(range), range);
  }

  private void error(String code) {
    NoticeRule rule = NoticeCatalogue.findByCode(code).orElseThrow();
    page.raw("<div class=\"code %s\"><p><code>".formatted(cssClass(rule)))
        .text(code)
        .raw("</code></p>\n<p>")
        .text(
            say(
                rule.messageBn(2L, FACT, FACT, FACT).replace("সারি 2", "সারি " + FACT),
                rule.message(2L, FACT, FACT, FACT).replace("Row 2", "Row " + FACT)))
        .raw("</p>\n<p class=\"fix\">")
        .text(
            say(
                "করণীয়: " + rule.fixBn(null, FACT, FACT, FACT),
                "Fix: " + rule.fix(null, FACT, FACT, FACT)))
        .raw("</p></div>\n");
  }

  private static String cssClass(NoticeRule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String prose(String name) {
    try (InputStream in = GuidePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + name + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
