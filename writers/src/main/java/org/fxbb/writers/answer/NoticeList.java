package org.fxbb.writers.answer;

import java.util.HashMap;
import java.util.Map;
import org.fxbb.readers.guide.HtmlPage;
import org.fxbb.writers.answer.FileNotices.OfCode;
import org.fxbb.writers.answer.FileNotices.Told;
import org.jspecify.annotations.Nullable;

/**
 * Every notice of a file as HTML: one fold per code, open where they are few, and in folds of
 * {@value #FOLD} where a code has very many, so that a browser lays out only what is looked at.
 */
final class NoticeList {
  private static final int FOLD = 500;
  private static final int OPEN = 100;

  private final HtmlPage page;
  private final Answer answer;
  private final String prefix;
  private final Map<String, Long> totals = new HashMap<>();
  private String code = "";
  private long told;

  NoticeList(HtmlPage page, Answer answer, String prefix) {
    this.page = page;
    this.answer = answer;
    this.prefix = prefix;
    for (OfCode of : answer.notices().listCodes(answer.file())) {
      totals.merge(of.first().code(), of.notices(), Long::sum);
    }
  }

  void write() {
    answer.notices().forEach(answer.file(), this::notice);
    end();
  }

  private void notice(Told notice) {
    if (!notice.code().equals(code)) {
      end();
      begin(notice);
    } else if (isFolded() && told % FOLD == 0) {
      page.raw("</table></details>\n");
      fold();
    }
    told++;
    Long row = notice.rowNumber();
    page.raw("<tr><td>").text(row == null ? "–" : Long.toString(row)).raw("</td>");
    page.cell(orDash(notice.columnName()));
    page.cell(orDash(notice.found()));
    page.cell(orDash(notice.expected()));
    if (answer.difference() != null) {
      boolean isNew = Boolean.TRUE.equals(notice.isNew());
      page.raw("<td>")
          .raw(isNew ? "<strong><span lang=\"bn\">নতুন</span> · new</strong>" : "")
          .raw("</td>");
    }
    page.raw("</tr>\n");
  }

  private long total() {
    return totals.getOrDefault(code, 0L);
  }

  private boolean isFolded() {
    return total() > FOLD;
  }

  private void begin(Told notice) {
    code = notice.code();
    told = 0;
    boolean few = answer.notices().count(answer.file()) <= OPEN;
    page.raw("<details id=\"" + prefix)
        .text(code)
        .raw(few ? "\" open=\"open\"><summary><code>" : "\"><summary><code>")
        .text(code)
        .raw("</code> · <span lang=\"bn\">")
        .text(Language.BN.number(total()))
        .raw("</span> · " + Language.EN.number(total()) + "</summary>\n");
    if (isFolded()) {
      fold();
    } else {
      table();
    }
  }

  private void fold() {
    long first = told + 1;
    long last = Math.min(told + FOLD, total());
    page.raw("<details class=\"fold\"><summary><span lang=\"bn\">")
        .text(Language.BN.number(first) + "–" + Language.BN.number(last))
        .raw("</span> · " + Language.EN.number(first) + "–" + Language.EN.number(last))
        .raw("</summary>\n");
    table();
  }

  private void table() {
    page.raw("<table class=\"list\">\n<tr>");
    heading("সারি", "Row");
    heading("কলাম", "Column");
    heading("পাওয়া গেছে", "Found");
    heading("প্রয়োজন", "Expected");
    if (answer.difference() != null) {
      heading("আগের তুলনায়", "Since");
    }
    page.raw("</tr>\n");
  }

  private void heading(String bangla, String english) {
    page.raw("<th scope=\"col\"><span lang=\"bn\">" + bangla + "</span> " + english + "</th>");
  }

  private void end() {
    if (!code.isEmpty()) {
      page.raw(isFolded() ? "</table></details>\n</details>\n" : "</table>\n</details>\n");
    }
  }

  private static String orDash(@Nullable String fact) {
    return fact == null || fact.isEmpty() ? "–" : fact;
  }
}
