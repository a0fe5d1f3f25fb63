package org.fxbb.readers.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of any length, however the stream hands out its bytes, in bounded memory. */
class DumpLinesTest {

  private static final int LONGEST = 100_000;

  @Test
  void linesAreTheSameHoweverTheBytesArrive() throws IOException {
    Random random = new Random(4);
    for (int run = 0; run < 40; run++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int length = random.nextInt(4) == 0 ? random.nextInt(3 * LONGEST) : random.nextInt(300);
        String line = String.valueOf((char) ('a' + i)).repeat(length);
        text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        if (length > 0) {
          expected.add((i + 1) + ":" + line.charAt(0) + ":" + (length > LONGEST ? "long" : length));
        }
      }
      assertThat(read(new Dribble(text.toString(), random))).isEqualTo(expected);
    }
  }

  @Test
  void aLineOfAsManyBytesAsAllowedIsALineAndOneMoreIsNot() throws IOException {
    assertThat(read(new ByteArrayInputStream("x".repeat(LONGEST).getBytes(StandardCharsets.UTF_8))))
        .containsExactly("1:x:" + LONGEST);
    assertThat(
            read(
                new ByteArrayInputStream("x".repeat(LONGEST + 1).getBytes(StandardCharsets.UTF_8))))
        .containsExactly("1:x:long");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(read(new ByteArrayInputStream("\uFEFFab\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("1:a:2");
  }

  @Test
  void aLineOfThreeHundredMegabytesIsSkippedInBoundedMemory() throws IOException {
    long total = 300L << 20;
    InputStream endless =
        new InputStream() {
          private long left = total;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            int n = (int) Math.min(length, left);
            left -= n;
            Arrays.fill(target, offset, offset + n, (byte) 'x');
            return n == 0 ? -1 : n;
          }
        };
    DumpLines lines = new DumpLines(endless, LONGEST);
    assertThat(lines.next()).isTrue();
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.fullLength()).isEqualTo(total);
    assertThat(lines.reject().text()).hasSize(RejectedLine.LONGEST_TEXT);
    assertThat(lines.buffer().length).isLessThan(4 * LONGEST);
    assertThat(lines.next()).isFalse();
  }

  private static List<String> read(InputStream in) throws IOException {
    DumpLines lines = new DumpLines(in, LONGEST);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      String first = DumpLines.text(lines.buffer(), lines.from(), 1);
      read.add(lines.number() + ":" + first + ":" + (lines.tooLong() ? "long" : lines.length()));
    }
    return read;
  }

  /** Hands out bytes in pieces of random size. */
  private static final class Dribble extends InputStream {
    private final InputStream in;
    private final Random random;

    Dribble(String text, Random random) {
      this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, Math.min(length, 1 + random.nextInt(80_000)));
    }
  }
}
