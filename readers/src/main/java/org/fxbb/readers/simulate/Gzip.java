package org.fxbb.readers.simulate;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Packs bytes at the fastest level behind a header without a time, so that equal bytes pack
 * equally.
 *
 * <p><b>Lifecycle</b>: not thread-safe; close it to free the memory.
 */
final class Gzip implements AutoCloseable {

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 255};

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private byte[] packed = new byte[1 << 17];

  /** The gzip file of the first {@code length} of {@code bytes}. */
  byte[] pack(byte[] bytes, int length) {
    deflater.reset();
    deflater.setInput(bytes, 0, length);
    deflater.finish();
    System.arraycopy(HEADER, 0, packed, 0, HEADER.length);
    int end = HEADER.length;
    while (!deflater.finished()) {
      if (end == packed.length) {
        packed = Arrays.copyOf(packed, packed.length * 2);
      }
      end += deflater.deflate(packed, end, packed.length - end);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    byte[] file = Arrays.copyOf(packed, end + 8);
    putLittleEndian(file, end, crc.getValue());
    putLittleEndian(file, end + 4, length);
    return file;
  }

  private static void putLittleEndian(byte[] file, int at, long value) {
    for (int i = 0; i < 4; i++) {
      file[at + i] = (byte) (value >>> (8 * i));
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
