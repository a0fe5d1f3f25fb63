package org.fxbb.readers.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The plain bytes of a member of a zip, counted, summed and limited. */
final class MemberStream extends InputStream {
  private static final int BUFFER = 64 << 10;

  private final BufferedInputStream peeked;
  private final CheckedInputStream bytes;
  private final CRC32 sum = new CRC32();
  private final long most;
  private final long left;
  private long count;

  /**
   * Limits a member.
   *
   * @param most bytes of one file
   * @param left bytes that all members together may still have
   */
  MemberStream(InputStream bytes, long most, long left) {
    this.peeked = new BufferedInputStream(bytes, BUFFER);
    this.bytes = new CheckedInputStream(peeked, sum);
    this.most = most;
    this.left = left;
  }

  /** Whether the content is gzip or a zip, whatever the name says. */
  boolean isArchive() throws IOException {
    peeked.mark(4);
    byte[] magic = peeked.readNBytes(2);
    peeked.reset();
    return magic.length == 2
        && ((magic[0] == 0x1f && magic[1] == (byte) 0x8b) || (magic[0] == 'P' && magic[1] == 'K'));
  }

  @Override
  public int read() throws IOException {
    int b = bytes.read();
    if (b >= 0) {
      add(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = bytes.read(target, offset, length);
    if (n > 0) {
      add(n);
    }
    return n;
  }

  private void add(int n) throws IOException {
    count += n;
    long limit = Math.min(most, left);
    if (count > limit) {
      throw ZipMembers.tooLarge(limit);
    }
  }

  long count() {
    return count;
  }

  long checksum() {
    return sum.getValue();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
