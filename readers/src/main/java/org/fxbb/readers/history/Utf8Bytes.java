package org.fxbb.readers.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a text in UTF-8 without a byte order mark, also where it is UTF-16 with one. */
final class Utf8Bytes extends InputStream {
  private static final int CHARS = 32 << 10;

  private final Reader reader;
  private final char[] chars = new char[CHARS];
  private byte[] bytes = {};
  private int at;
  private int kept;

  private Utf8Bytes(Reader reader) {
    this.reader = reader;
  }

  static InputStream of(InputStream delivered) throws IOException {
    PushbackInputStream in = new PushbackInputStream(delivered, 3);
    byte[] mark = in.readNBytes(3);
    Charset utf16 = null;
    int used = 0;
    if (mark.length == 3
        && mark[0] == (byte) 0xef
        && mark[1] == (byte) 0xbb
        && mark[2] == (byte) 0xbf) {
      used = 3;
    } else if (mark.length >= 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) {
      used = 2;
      utf16 = StandardCharsets.UTF_16LE;
    } else if (mark.length >= 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff) {
      used = 2;
      utf16 = StandardCharsets.UTF_16BE;
    }
    in.unread(mark, used, mark.length - used);
    return utf16 == null ? in : new Utf8Bytes(new InputStreamReader(in, utf16));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == bytes.length && !refill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }

  /** Encodes more characters; the first half of a pair waits for the second. */
  private boolean refill() throws IOException {
    int n = reader.read(chars, kept, CHARS - kept);
    int filled = kept + Math.max(0, n);
    if (filled == 0) {
      return false;
    }
    boolean half = n > 0 && Character.isHighSurrogate(chars[filled - 1]);
    kept = half ? 1 : 0;
    bytes = new String(chars, 0, filled - kept).getBytes(StandardCharsets.UTF_8);
    at = 0;
    if (half) {
      chars[0] = chars[filled - 1];
    }
    return bytes.length > 0 || refill();
  }
}
