package org.fxbb.cron.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private TerminalProgress progress(boolean terminal, boolean colour) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new TerminalProgress(out, terminal, colour, nanos::get);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void elsewhereThanOnATerminalPlainLinesAppearEveryFewSeconds() {
    TerminalProgress progress = progress(false, false);
    progress.start("Loading", 200, "files");
    pass(Duration.ofSeconds(4));
    progress.add(50);
    pass(Duration.ofSeconds(1));
    progress.add(50);
    pass(Duration.ofSeconds(5));
    progress.add(100);
    progress.done();

    assertThat(text())
        .isEqualTo(
            """
            Loading  50 % 100 of 200 files, 20/s, 5 s left
            Loading 100 % 200 of 200 files, 20/s
            Loading: 200 files in 10 s
            """);
  }

  @Test
  void theTimeLeftIsNotGuessedBeforeThreeSeconds() {
    TerminalProgress progress = progress(true, false);
    progress.start("Loading", 400, "files");
    pass(Duration.ofMillis(2999));
    progress.add(100);
    assertThat(text()).contains("100 of 400 files, 33/s").doesNotContain("left");
    pass(Duration.ofMillis(1001));
    progress.add(100);
    assertThat(text()).contains("200 of 400 files, 50/s, 4 s left");
  }

  @Test
  void slowUnitsHaveARateThatIsNotZero() {
    TerminalProgress progress = progress(false, false);
    progress.start("Drawing", 0, "packs");
    pass(Duration.ofSeconds(5));
    progress.add(2);
    pass(Duration.ofSeconds(95));
    progress.add(1);
    assertThat(text()).isEqualTo("Drawing 2 packs, 0.4/s\nDrawing 3 packs, 1.8/min\n");
  }

  @Test
  void onATerminalOneLineIsDrawnOver() {
    TerminalProgress progress = progress(true, false);
    progress.start("Loading", 4, "files");
    pass(Duration.ofSeconds(1));
    progress.add(2);

    assertThat(text())
        .contains("[##############--------------]")
        .doesNotContain("\n")
        .doesNotContain("\u001b[32m");
    progress.done();
    assertThat(text()).endsWith("\rLoading: 2 files in 1 s\u001b[K\n");
  }

  @Test
  void colourIsUsedOnlyWhenAllowed() {
    progress(true, true).start("Loading", 4, "files");

    assertThat(text()).contains("\u001b[32m");
  }

  @Test
  void endingTwiceSaysItOnce() {
    TerminalProgress progress = progress(false, false);
    progress.start("Loading", 0, "files");
    progress.done();
    progress.done();

    assertThat(text()).isEqualTo("Loading: 0 files in 0 s\n");
  }

  @Test
  void durationsReadAsPeopleSayThem() {
    assertThat(TerminalProgress.describe(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(TerminalProgress.describe(Duration.ofSeconds(61))).isEqualTo("1 min 01 s");
    assertThat(TerminalProgress.describe(Duration.ofMinutes(62))).isEqualTo("1 h 02 min");
  }
}
