package org.fxbb.readers.bytes;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fxbb.readers.notice.FileNotice.ArchiveTooLargeNotice;
import org.fxbb.readers.notice.FileNotice.CorruptArchiveNotice;
import org.fxbb.readers.notice.FileNotice.FileTooLargeNotice;
import org.fxbb.readers.notice.FileNotice.UnsupportedArchiveNotice;

/**
 * A delivered file as a stream of its plain bytes.
 *
 * <p>Gzip is told by its first two bytes, whatever the name says. <b>Errors:</b> damaged gzip, an
 * archive that grows too much, a plain file over the limit and other archives are {@link
 * RefusedContentException}; any other {@link IOException} comes from the environment. Not
 * thread-safe.
 *
 * <p><b>Source:</b> spec 4.3, limits.
 */
public final class DeliveredBytes extends InputStream {

  /** The ratio is not looked at before this many plain bytes: tiny archives compress very well. */
  private static final long RATIO_COUNTS_FROM = 1 << 20;

  private static final int BUFFER = 64 << 10;

  private final CountingStream delivered;
  private final InputStream plain;
  private final boolean gzip;
  private final long mostBytes;
  private final int mostRatio;
  private long read;

  private DeliveredBytes(InputStream bytes, long mostBytes, int mostRatio) throws IOException {
    this.delivered = new CountingStream(bytes);
    this.mostBytes = mostBytes;
    this.mostRatio = mostRatio;
    BufferedInputStream buffered = new BufferedInputStream(delivered, BUFFER);
    buffered.mark(8);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    this.gzip = startsWith(magic, 0x1f, 0x8b);
    if (startsWith(magic, 'P', 'K', 3, 4) || startsWith(magic, 'P', 'K', 5, 6)) {
      throw unsupported("zip archive or Excel workbook");
    }
    if (startsWith(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw unsupported("workbook of an old Excel (.xls)");
    }
    if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) || startsWith(magic, 'B', 'Z', 'h')) {
      throw unsupported("zstd or bzip2 archive");
    }
    this.plain = gzip ? openGzip(buffered) : buffered;
  }

  /** Opens a file whose size and ratio are limited. The stream given is not closed by this one. */
  public static DeliveredBytes openLimited(InputStream bytes, long mostBytes, int mostRatio)
      throws IOException {
    return new DeliveredBytes(bytes, mostBytes, mostRatio);
  }

  /** Opens a file of any size and ratio, such as a dump. */
  public static DeliveredBytes openUnlimited(InputStream bytes) throws IOException {
    return new DeliveredBytes(bytes, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static RefusedContentException unsupported(String kind) {
    return new RefusedContentException(new UnsupportedArchiveNotice(kind, "plain text or gzip"));
  }

  private static InputStream openGzip(InputStream bytes) throws IOException {
    try {
      return new GZIPInputStream(new HopefulStream(bytes), BUFFER);
    } catch (EOFException | ZipException e) {
      throw corrupt(e, 0);
    }
  }

  private static RefusedContentException corrupt(IOException cause, long after) {
    String how = cause instanceof EOFException ? "it ends too early" : "its content is damaged";
    RefusedContentException refused =
        new RefusedContentException(
            new CorruptArchiveNotice(how + ", after " + after + " readable bytes"));
    refused.initCause(cause);
    return refused;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n;
    try {
      n = plain.read(target, offset, length);
    } catch (EOFException | ZipException e) {
      if (!gzip) {
        throw e;
      }
      throw corrupt(e, read);
    }
    if (n > 0) {
      read += n;
      checkSize();
    }
    return n;
  }

  private void checkSize() throws RefusedContentException {
    if (read > mostBytes) {
      String found = "more than " + mostBytes + " bytes";
      String expected = "at most " + mostBytes + " bytes";
      throw new RefusedContentException(
          gzip
              ? new ArchiveTooLargeNotice(found, expected)
              : new FileTooLargeNotice(found, expected));
    }
    if (gzip && read > RATIO_COUNTS_FROM && read / mostRatio > delivered.count) {
      throw new RefusedContentException(
          new ArchiveTooLargeNotice(
              "more than " + mostRatio + " times its size",
              "at most " + mostRatio + " times its size"));
    }
  }

  /**
   * Always says that more bytes may follow. An archive may have several members; where a stream has
   * nothing at hand, GZIPInputStream takes the last for come, and leaves a rest unread in silence.
   */
  private static final class HopefulStream extends FilterInputStream {
    HopefulStream(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  /** Counts the bytes as delivered. */
  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        count++;
      }
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = in.read(target, offset, length);
      if (n > 0) {
        count += n;
      }
      return n;
    }

    @Override
    public void close() {}
  }
}
