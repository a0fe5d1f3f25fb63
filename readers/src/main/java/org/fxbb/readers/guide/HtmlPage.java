package org.fxbb.readers.guide;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Streams a page for senders: HTML that is well-formed XML too, for a phone, a wide screen and
 * paper, without a script and without anything loaded from elsewhere. What comes from outside goes
 * through {@link #text} or {@link #data} and cannot become markup.
 *
 * <p><b>Errors</b>: {@link UncheckedIOException} where the stream fails, which is not closed here.
 */
public final class HtmlPage implements AutoCloseable {
  private static final String STYLE = style();

  private final Writer out;

  /** A page into a stream. */
  public HtmlPage(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The head of the page, up to its body. */
  public HtmlPage begin(String title) {
    return raw("<!DOCTYPE html>\n<html lang=\"bn\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\"")
        .raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>")
        .text(title)
        .raw("</title>\n<style>\n")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n");
  }

  /** The end of the page. */
  public HtmlPage end() {
    return raw("</body>\n</html>\n");
  }

  /** The page's own markup. */
  public HtmlPage raw(String markup) {
    try {
      out.write(markup);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text, escaped; characters that no text has become a dot. */
  public HtmlPage text(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escaped =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> isText(c) ? "" : "·";
          };
      if (!escaped.isEmpty()) {
        raw(text.substring(from, i)).raw(escaped);
        from = i + 1;
      }
    }
    return raw(text.substring(from));
  }

  private static boolean isText(char c) {
    return c == '\n' || c == '\t' || (!Character.isISOControl(c) && c < '\ufffe');
  }

  /** What a sender wrote: escaped, and unable to turn the direction of the text around it. */
  public HtmlPage data(String text) {
    return raw("<bdi>").text(text).raw("</bdi>");
  }

  /** An element with nothing but text. */
  public HtmlPage element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  /** A cell with what a sender wrote. */
  public HtmlPage cell(String text) {
    return raw("<td>").data(text).raw("</td>");
  }

  @Override
  public void close() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("Resource page.css is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
