package org.fxbb.readers.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * The inputs of a fuzz test: those written by hand, and those that coverage-guided runs found worth
 * keeping, packed in {@code <class>.zip} beside it in the test resources.
 */
public final class Corpus {
  private static final String SPICE =
      "\",;\n\r\t\0{}[]:-.0|/+eE\\\u00a0\u00ad\u00c3\u00e0\u00a6\u00a7\u00ed\u00ff\u00fe";
  private static final int LONGEST_COPY = 200;

  private Corpus() {}

  /** The inputs of a test, in the same order each time. */
  public static List<byte[]> of(Class<?> test, String... written) {
    List<byte[]> inputs = new ArrayList<>();
    for (String input : written) {
      inputs.add(input.getBytes(StandardCharsets.UTF_8));
    }
    inputs.addAll(found(test));
    return inputs;
  }

  private static List<byte[]> found(Class<?> test) {
    InputStream packed = test.getResourceAsStream(test.getSimpleName() + ".zip");
    if (packed == null) {
      throw new IllegalStateException(
          "No corpus of %s: its README says how to make %s.zip."
              .formatted(test.getName(), test.getSimpleName()));
    }
    try (ZipInputStream zip = new ZipInputStream(packed)) {
      List<byte[]> inputs = new ArrayList<>();
      while (zip.getNextEntry() != null) {
        inputs.add(zip.readAllBytes());
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Inputs with a few bytes changed, cut or doubled; the same ones each time. */
  public static Stream<byte[]> mutations(List<byte[]> inputs, int count) {
    Random random = new Random(99);
    return IntStream.range(0, count).mapToObj(i -> mutate(inputs.get(i % inputs.size()), random));
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int k = random.nextInt(5); k >= 0 && bytes.length > 0; k--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> {
          int to = Math.min(bytes.length, at + random.nextInt(LONGEST_COPY));
          byte[] longer = Arrays.copyOf(bytes, bytes.length + to - at);
          System.arraycopy(bytes, at, longer, bytes.length, to - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
