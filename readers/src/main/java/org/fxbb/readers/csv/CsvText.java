package org.fxbb.readers.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.FileNotice.UnreadableEncodingNotice;

/**
 * The text of a CSV file: encoding and separator are found from its beginning.
 *
 * @param reader stands before the header; malformed text makes it throw {@link
 *     java.nio.charset.CharacterCodingException}
 * @param separator comma, semicolon or tab
 */
record CsvText(Reader reader, char separator) {

  private static final String READABLE = "UTF-8, or UTF-16 with a byte order mark";
  private static final String SEPARATORS = ",;\t";
  private static final int HEAD = 64 << 10;

  /**
   * Looks at the beginning of a file. Throws {@link RefusedContentException} where it is no text.
   */
  static CsvText open(InputStream bytes) throws IOException {
    PushbackInputStream in = new PushbackInputStream(bytes, 4);
    Charset charset = detectCharset(in);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            HEAD);
    reader.mark(HEAD);
    char[] buffer = new char[HEAD];
    int n = fill(reader, buffer);
    reader.reset();
    String head = new String(buffer, 0, n);
    if (head.isBlank() && n < HEAD) {
      throw new RefusedContentException(new EmptyFileNotice());
    }
    String first = head.lines().findFirst().orElse("");
    if (isSeparatorLine(first)) {
      skipLine(reader, head, first.length());
      return new CsvText(reader, first.charAt(4));
    }
    String header = headerLine(head);
    if (header.indexOf('\0') >= 0) {
      throw unreadable(
          "NUL bytes, as in UTF-16 without a byte order mark or in a program's own file");
    }
    return new CsvText(reader, mostFrequentSeparator(header));
  }

  private static int fill(Reader reader, char[] buffer) throws IOException {
    int n = 0;
    while (n < buffer.length) {
      int more = reader.read(buffer, n, buffer.length - n);
      if (more < 0) {
        break;
      }
      n += more;
    }
    return n;
  }

  private static Charset detectCharset(PushbackInputStream in) throws IOException {
    byte[] mark = in.readNBytes(4);
    int used;
    Charset charset;
    if (begins(mark, 0xff, 0xfe, 0, 0) || begins(mark, 0, 0, 0xfe, 0xff)) {
      throw unreadable("UTF-32");
    } else if (begins(mark, 0xef, 0xbb, 0xbf)) {
      used = 3;
      charset = StandardCharsets.UTF_8;
    } else if (begins(mark, 0xff, 0xfe)) {
      used = 2;
      charset = StandardCharsets.UTF_16LE;
    } else if (begins(mark, 0xfe, 0xff)) {
      used = 2;
      charset = StandardCharsets.UTF_16BE;
    } else {
      used = 0;
      charset = StandardCharsets.UTF_8;
    }
    in.unread(mark, used, mark.length - used);
    return charset;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The notice for bytes that the detected encoding does not have. */
  static UnreadableEncodingNotice notUtf8() {
    return new UnreadableEncodingNotice(
        "bytes that are no text in the encoding detected", READABLE);
  }

  private static RefusedContentException unreadable(String found) {
    return new RefusedContentException(new UnreadableEncodingNotice(found, READABLE));
  }

  /** Whether a first line is {@code sep=;} as Excel writes, obeys and hides it. */
  static boolean isSeparatorLine(String line) {
    return line.length() == 5
        && line.toLowerCase(Locale.ROOT).startsWith("sep=")
        && SEPARATORS.indexOf(line.charAt(4)) >= 0;
  }

  /** Goes behind a line and its end: CR, LF or CR LF. */
  private static void skipLine(Reader reader, String head, int length) throws IOException {
    int end = head.startsWith("\r\n", length) ? length + 2 : length + 1;
    reader.skip(Math.min(end, head.length()));
  }

  /** The first line that is not blank, to its end outside of quotation marks. */
  private static String headerLine(String head) {
    int from = 0;
    boolean quoted = false;
    boolean started = false;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (!quoted && (c == '\n' || c == '\r')) {
        if (started) {
          return head.substring(from, i);
        }
        from = i + 1;
      }
      quoted ^= c == '"';
      started |= !Character.isWhitespace(c);
    }
    return head.substring(from);
  }

  /** The separator that occurs most outside of quotation marks, the comma among equals. */
  private static char mostFrequentSeparator(String header) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      int separator = SEPARATORS.indexOf(header.charAt(i));
      if (separator >= 0 && !quoted) {
        counts[separator]++;
      }
      quoted ^= header.charAt(i) == '"';
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
