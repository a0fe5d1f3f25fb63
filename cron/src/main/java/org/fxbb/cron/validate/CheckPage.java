package org.fxbb.cron.validate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.validate.FileCheck.OfCode;
import org.fxbb.readers.guide.HtmlPage;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found in a file as a page in Bangla and in English, in the manner of the answers
 * of the filing desk; every notice is on it, in the order of the file.
 */
public final class CheckPage {
  private final HtmlPage page;
  private final FileCheck check;
  private final boolean bangla;

  private CheckPage(HtmlPage page, FileCheck check, boolean bangla) {
    this.page = page;
    this.check = check;
    this.bangla = bangla;
  }

  /**
   * Writes the page by reading the file once more.
   *
   * @param check of the same file
   * @throws EngineFailure where the target cannot be written
   */
  public static void write(FileCheck check, Path file, Path target) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
        HtmlPage page = new HtmlPage(out)) {
      page.begin(check.fileName())
          .raw("<header class=\"" + signal(check.worst()) + "\"><p class=\"state\">")
          .raw("<span lang=\"bn\">পাঠানোর আগে যাচাই</span> · ")
          .raw("<span lang=\"en\">Checked before it is sent</span></p><h1>")
          .data(check.fileName())
          .raw("</h1></header>\n<main>\n<div class=\"both\">\n");
      new CheckPage(page, check, true).write();
      new CheckPage(page, check, false).write();
      page.raw("</div>\n<section id=\"list\">\n");
      if (check.allNotices() > 0) {
        list(page, file);
      }
      page.raw("</section>\n</main>\n").end();
    } catch (IOException | UncheckedIOException e) {
      throw new EngineFailure(
          "Cannot write %s: expected a file that can be written, found \"%s\"."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private static String signal(@Nullable Severity worst) {
    if (worst == null || worst == Severity.INFO) {
      return "green";
    }
    return worst == Severity.FATAL ? "red" : "amber";
  }

  private static void list(HtmlPage page, Path file) {
    page.raw("<h3><span lang=\"bn\">সব বার্তা</span> · <span lang=\"en\">All notices</span></h3>\n")
        .raw("<table class=\"list\">\n<tr>");
    for (List<String> name :
        List.of(
            List.of("সারি", "Row"),
            List.of("কলাম", "Column"),
            List.of("পাওয়া গেছে", "Found"),
            List.of("প্রয়োজন", "Expected"),
            List.of("নিয়ম", "Rule"))) {
      page.raw("<th scope=\"col\"><span lang=\"bn\">" + name.get(0) + "</span> " + name.get(1))
          .raw("</th>");
    }
    page.raw("</tr>\n");
    FileCheck.of(
        file,
        new Findings() {
          @Override
          public void notice(Notice notice) {
            page.raw("<tr>");
            page.cell(orDash(notice.rowNumber()));
            page.cell(orDash(notice.columnName()));
            page.cell(orDash(notice.found()));
            page.cell(orDash(notice.expected()));
            page.cell(notice.code()).raw("</tr>\n");
          }
        });
    page.raw("</table>\n");
  }

  private static String orDash(@Nullable Object fact) {
    return fact == null || fact.toString().isEmpty() ? "–" : fact.toString();
  }

  private String say(String inBangla, String inEnglish) {
    return bangla ? inBangla : inEnglish;
  }

  private void write() {
    page.raw("<section lang=\"" + say("bn", "en") + "\">\n<p class=\"summary\">")
        .text(
            say(
                    "পড়া হয়েছে %s, এর মধ্যে ভুল %s, বার্তা %s।",
                    "Read: %s; with errors: %s; notices: %s.")
                .formatted(number(check.read()), number(check.bad()), number(check.allNotices())))
        .raw("</p>\n<h3>")
        .text(say("এখন কী করবেন", "What to do now"))
        .raw("</h3>\n<p class=\"next\">")
        .text(next())
        .raw("</p>\n");
    check.codes().forEach(this::code);
    covered(
        say("যা যাচাই হয়েছে", "What was checked"),
        bangla ? check.coverage().ranBn() : check.coverage().ran());
    covered(
        say("শুধু ফাইল পাঠালে যাচাই হবে", "Checked only when the file is sent"),
        check.coverage().notRun());
    page.raw("</section>\n");
  }

  private String number(long number) {
    StringBuilder digits = new StringBuilder("%,d".formatted(number));
    for (int i = 0; bangla && i < digits.length(); i++) {
      if (Character.isDigit(digits.charAt(i))) {
        digits.setCharAt(i, (char) (digits.charAt(i) - '0' + '০'));
      }
    }
    return digits.toString();
  }

  private String next() {
    return check.foundSomething()
        ? say(
            "নিচের বার্তাগুলো দেখে ফাইলটি সংশোধন করুন, তারপর আবার যাচাই করুন।",
            "Correct what the notices below name, and check the file again.")
        : say(
            "ফাইলটি inbox ফোল্ডারে পাঠান; আগে try ফোল্ডারে রেখে পরীক্ষাও করতে পারেন।",
            "Send the file into the folder inbox, or first into try.");
  }

  private void covered(String heading, List<String> checks) {
    if (!checks.isEmpty()) {
      page.element("h3", heading).raw("<p>").text(String.join(", ", checks)).raw("</p>\n");
    }
  }

  private void code(OfCode code) {
    Notice first = code.first();
    page.raw(
            "<div class=\"code %s\"><p><strong>"
                .formatted(first.severity().name().toLowerCase(Locale.ROOT)))
        .text(number(code.notices()))
        .raw("</strong> × <code>")
        .text(first.code())
        .raw("</code></p>\n<p>")
        .text(code.notices() > 1 ? say("যেমন: ", "For example: ") : "")
        .text(say(first.messageBn(), first.message()))
        .raw("</p>\n<p class=\"fix\">")
        .text(say("করণীয়: " + first.fixBn(), "Fix: " + first.fix()))
        .raw("</p></div>\n");
  }
}
