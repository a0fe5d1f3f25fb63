package org.fxbb.readers.bytes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The record at the end of a zip, looked at before the list of its members is, because a list is
 * read into memory whole and may be as long as the file.
 */
final class ZipEnd {
  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int MEMBERS = 10;
  private static final int LIST_BYTES = 12;

  /** A name of 64 KB, and as much again for what else is told about a member. */
  private static final long MOST_LIST_BYTES_PER_MEMBER = 128 << 10;

  private ZipEnd() {}

  /**
   * Whether a zip lists more members than this, or has a list that would be too long for so many.
   * What has no such record is no zip, and has none.
   */
  static boolean hasTooManyMembers(Path zip, int most) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
      int tail = (int) Math.min(file.length(), LENGTH + LONGEST_COMMENT);
      byte[] bytes = new byte[tail];
      file.seek(file.length() - tail);
      file.readFully(bytes);
      ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = tail - LENGTH; at >= 0; at--) {
        if (end.getInt(at) == SIGNATURE
            && (Short.toUnsignedInt(end.getShort(at + MEMBERS)) > most
                || Integer.toUnsignedLong(end.getInt(at + LIST_BYTES))
                    > most * MOST_LIST_BYTES_PER_MEMBER)) {
          return true;
        }
      }
      return false;
    }
  }
}
