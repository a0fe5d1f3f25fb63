package org.fxbb.readers.bytes;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Dribble;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any delivery is given as plain bytes, or refused with a notice. */
class DeliveredBytesFuzzTest {
  private static final int MOST_BYTES = 3 << 20;
  private static final int MOST_RATIO = 100;

  static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>(Corpus.of(DeliveredBytesFuzzTest.class, "a,b\n1,2\n", ""));
    byte[] zipped = gzip("a,b\n1,2\n".repeat(20).getBytes(StandardCharsets.UTF_8));
    seeds.add(zipped);
    seeds.add(gzip(zipped));
    seeds.add(gzip(new byte[2 << 20]));
    byte[] twice = Arrays.copyOf(zipped, 2 * zipped.length);
    System.arraycopy(zipped, 0, twice, zipped.length, zipped.length);
    seeds.add(twice);
    return seeds;
  }

  /**
   * What a delivery came to.
   *
   * @param plain what was read before the end or the refusal
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Outcome(byte[] plain, @Nullable Notice refusal) {}

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aDeliveryIsPlainBytesOrRefused(byte[] bytes) {
    Outcome whole = read(new ByteArrayInputStream(bytes), 8_192);
    Outcome dribbled = read(new Dribble(bytes), 7);
    Notice refusal = whole.refusal();
    if (refusal == null) {
      check(Arrays.equals(whole.plain(), dribbled.plain()), "other bytes in smaller pieces");
      check(dribbled.refusal() == null, "refused in smaller pieces", dribbled.refusal());
    } else {
      Sound.notice(refusal);
      Notice other = dribbled.refusal();
      check(
          other != null && other.code().equals(refusal.code()),
          "refused otherwise in smaller pieces",
          refusal,
          other);
    }
    check(whole.plain().length <= MOST_BYTES + 8_192, "more bytes than allowed");
    Outcome packed = read(new ByteArrayInputStream(gzip(bytes)), 8_192);
    check(
        packed.refusal() == null && Arrays.equals(packed.plain(), bytes),
        "packed and unpacked",
        packed.refusal());
  }

  @Test
  void soIsEveryMutationOfTheCorpus() {
    List<byte[]> small = seeds().stream().filter(seed -> seed.length < 1_000).toList();
    Corpus.mutations(small, 5_000).forEach(this::aDeliveryIsPlainBytesOrRefused);
  }

  private static Outcome read(InputStream bytes, int chunk) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      InputStream delivered = DeliveredBytes.openLimited(bytes, MOST_BYTES, MOST_RATIO);
      byte[] buffer = new byte[chunk];
      for (int n = delivered.read(buffer); n >= 0; n = delivered.read(buffer)) {
        plain.write(buffer, 0, n);
      }
      return new Outcome(plain.toByteArray(), null);
    } catch (RefusedContentException e) {
      return new Outcome(plain.toByteArray(), e.notice());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
