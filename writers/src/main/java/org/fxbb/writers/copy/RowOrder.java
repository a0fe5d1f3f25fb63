package org.fxbb.writers.copy;

import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/**
 * The order in which encoded rows are sent: by a number that each has, those with the same number
 * as they came. Rows that are neighbours in an index then come one after the other, so that the
 * server fills a page of it at a time, however large the index is.
 *
 * <p>Not thread-safe.
 */
final class RowOrder {
  /** A row has at least 32 bytes, and a buffer at most 2^31. */
  private static final int BITS_OF_ROW = 26;

  private static final int BLOCK_BYTES = 64 << 10;

  private long[] numbers = new long[1_024];
  private int[] starts = new int[1_024];
  private int rows;
  private boolean inOrder = true;

  /**
   * Adds the next row.
   *
   * @param number at least 0 and less than 2^37
   * @param start of its bytes
   */
  void add(long number, int start) {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
      starts = Arrays.copyOf(starts, rows * 2);
    }
    long next = (number << BITS_OF_ROW) | rows;
    inOrder &= rows == 0 || numbers[rows - 1] < next;
    numbers[rows] = next;
    starts[rows] = start;
    rows++;
  }

  void clear() {
    rows = 0;
    inOrder = true;
  }

  /** Sends the first {@code size} bytes, which are the rows added, or rows without numbers. */
  void send(CopyIn copy, byte[] bytes, int size) throws SQLException {
    if (inOrder) {
      copy.writeToCopy(bytes, 0, size);
      return;
    }
    long[] sorted = Arrays.copyOf(numbers, rows);
    Arrays.sort(sorted);
    byte[] block = new byte[BLOCK_BYTES];
    int filled = 0;
    for (long number : sorted) {
      int row = (int) (number & ((1L << BITS_OF_ROW) - 1));
      int from = starts[row];
      int length = (row + 1 == rows ? size : starts[row + 1]) - from;
      if (filled + length > block.length) {
        copy.writeToCopy(block, 0, filled);
        filled = 0;
      }
      if (length > block.length) {
        copy.writeToCopy(bytes, from, length);
      } else {
        System.arraycopy(bytes, from, block, filled, length);
        filled += length;
      }
    }
    copy.writeToCopy(block, 0, filled);
  }
}
