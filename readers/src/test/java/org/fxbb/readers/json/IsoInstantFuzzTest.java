package org.fxbb.readers.json;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxbb.readers.fuzz.Corpus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is the time that the JDK sees in it, or none for both. */
class IsoInstantFuzzTest {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");

  static List<byte[]> seeds() {
    return Corpus.of(
        IsoInstantFuzzTest.class,
        "2026-01-31T12:30",
        "2026-01-31 12:30:05",
        "2024-02-29t23:59:59.123456789z",
        "2026-02-29T00:00:00Z",
        "1900-01-01T00:00:00.5+06:00",
        "2199-12-31T23:59:59-18:00",
        "2026-01-31T12:30:05+0630",
        "2026-01-31T12:30:05+06",
        "");
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aTextIsTheTimeThatTheJdkSees(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Instant read = IsoInstant.parse(text);
    Instant same = parse(text);
    check(Objects.equals(read, same), "another time than for the JDK", text, read, same);
    char[] padded = ("20" + text + "26").toCharArray();
    Instant inside = IsoInstant.parse(padded, 2, text.length());
    check(Objects.equals(read, inside), "another time inside another text", text, read, inside);
  }

  @Test
  void soIsEveryMutationOfTheCorpus() {
    Corpus.mutations(seeds(), 100_000).forEach(this::aTextIsTheTimeThatTheJdkSees);
  }

  private static @Nullable Instant parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.parse(form.group(1) + "T" + form.group(2));
      String offset = form.group(3);
      boolean inRange = local.getYear() >= 1900 && local.getYear() < 2200;
      return inRange
          ? local.toInstant(
              ZoneOffset.of(offset == null ? "+06:00" : offset.toUpperCase(Locale.ROOT)))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
