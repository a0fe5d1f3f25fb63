package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonBufferTest {

  private final JsonBuffer buffer = new JsonBuffer(1);

  @Test
  void numbersAreWrittenInFull() {
    buffer.number(0).character(' ').number(-907).character(' ').number(Long.MAX_VALUE);

    assertThat(text()).isEqualTo("0 -907 9223372036854775807");
  }

  @Test
  void decimalsHaveTwoPlaces() {
    buffer.decimal(0.049).character(' ').decimal(12.3).character(' ').hundredths(100);

    assertThat(text()).isEqualTo("0.05 12.30 1.00");
  }

  @Test
  void instantsChangeTheirDateAtMidnightUtc() {
    long midnight = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    buffer.instant(midnight - 1).instant(midnight);

    assertThat(text()).isEqualTo("\"2025-12-31T23:59:59Z\"\"2026-01-01T00:00:00Z\"");
  }

  private String text() {
    return new String(buffer.array(), 0, buffer.length(), StandardCharsets.US_ASCII);
  }
}
