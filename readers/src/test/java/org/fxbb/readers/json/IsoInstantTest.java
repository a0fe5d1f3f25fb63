package org.fxbb.readers.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-written parser agrees with the JDK's wherever both read a text. */
class IsoInstantTest {

  private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2199-12-31T23:59:59Z").getEpochSecond();

  @Test
  void whateverInstantWritesIsReadAsTheJdkReadsIt() {
    Random random = new Random(20260131);
    for (int i = 0; i < 200_000; i++) {
      long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
      int nano =
          switch (i % 4) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            default -> random.nextInt(1_000_000_000);
          };
      String text = Instant.ofEpochSecond(second, nano).toString();
      assertThat(IsoInstant.parse(text)).as(text).isEqualTo(Instant.parse(text));
    }
  }

  @Test
  void offsetsAreReadAsTheJdkReadsThem() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Instant time = Instant.ofEpochSecond(FIRST + 86_400 * 2 + random.nextInt(2_000_000_000));
      OffsetDateTime local =
          time.atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2_161) - 1_080)));
      String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
      assertThat(IsoInstant.parse(text)).as(text).isEqualTo(time);
    }
  }

  @Test
  void everyMutationOfATimeIsReadAsTheJdkReadsItOrRefused() {
    Random random = new Random(11);
    String alphabet = "0123456789-+:.TZtz ";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder("2024-02-29T23:59:59.123Z");
      for (int k = 0; k <= random.nextInt(3); k++) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Instant read = IsoInstant.parse(text);
      if (read != null && text.charAt(10) != ' ' && text.toString().endsWith("Z")) {
        assertThat(read).as(text.toString()).isEqualTo(Instant.parse(text));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T18:30:00,2026-01-31T12:30:00Z",
    "2026-01-31 18:30,2026-01-31T12:30:00Z",
    "2026-02-01T00:00:00+06,2026-01-31T18:00:00Z",
    "2026-02-01T00:00:00+0600,2026-01-31T18:00:00Z",
    "2024-02-29T00:00Z,2024-02-29T00:00:00Z",
    "2000-02-29T00:00Z,2000-02-29T00:00:00Z"
  })
  void shortFormsAreRead(String text, Instant expected) {
    assertThat(IsoInstant.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:0",
        "2026-01-01T00:00:",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00ZZ",
        "2026-01-01T00:00:00+",
        "2026-01-01T00:00:00+6",
        "2026-01-01T00:00:00+19",
        "2026-01-01T00:00:00+18:01",
        "2026-01-01T00:00:00+06:60",
        "1899-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z",
        "২০২৬-০১-০১T00:00:00Z",
        "2026-01-01T00:00:00.1234567890Z"
      })
  void everythingElseIsRefused(String text) {
    assertThat(IsoInstant.parse(text)).isNull();
  }
}
