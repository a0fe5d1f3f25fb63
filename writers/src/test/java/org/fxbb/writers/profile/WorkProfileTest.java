package org.fxbb.writers.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WorkProfileTest {
  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<WorkProfile> saved = new ArrayList<>();
  private final WorkProfile profile = new WorkProfile(clock::get, saved::add);

  @Test
  void anActivityInsideAnotherIsChargedOnce() {
    clock.addAndGet(5);
    profile.begin("read");
    clock.addAndGet(10);
    profile.begin("encode");
    clock.addAndGet(20);
    profile.begin("COPY");
    clock.addAndGet(40);
    profile.end();
    clock.addAndGet(80);
    profile.end();
    clock.addAndGet(160);
    profile.end();
    clock.addAndGet(320);

    assertThat(profile.spent())
        .containsExactly(
            entry("read", new Spent(170, 1, 0, 0)),
            entry("encode", new Spent(100, 1, 0, 0)),
            entry("COPY", new Spent(40, 1, 0, 0)));
    assertThat(profile.elapsedNanos()).isEqualTo(635);
  }

  @Test
  void theSameActivityAddsUpWithItsRowsAndBytes() {
    for (int i = 1; i <= 3; i++) {
      profile.begin("COPY");
      clock.addAndGet(i);
      profile.end();
      profile.add("COPY", 10L * i, 100L * i);
    }

    assertThat(profile.spent()).containsExactly(entry("COPY", new Spent(6, 3, 60, 600)));
  }

  @Test
  void anActivityInsideItselfIsNotCountedTwice() {
    profile.begin("merge");
    clock.addAndGet(3);
    profile.begin("merge");
    clock.addAndGet(4);
    profile.end();
    profile.end();

    assertThat(profile.spent()).containsExactly(entry("merge", new Spent(7, 2, 0, 0)));
  }

  @Test
  void workThatThrowsIsChargedAndOver() {
    assertThatThrownBy(
            () ->
                profile.measure(
                    "merge",
                    () -> {
                      clock.addAndGet(9);
                      throw new IOException("broken");
                    }))
        .hasMessage("broken");
    clock.addAndGet(100);

    assertThat(profile.measure("commit", () -> clock.addAndGet(1))).isEqualTo(1_110);
    assertThat(profile.spent())
        .containsExactly(
            entry("merge", new Spent(9, 1, 0, 0)), entry("commit", new Spent(1, 1, 0, 0)));
  }

  @Test
  void whatStillGoesOnIsChargedUpToNow() {
    profile.begin("read");
    clock.addAndGet(7);

    assertThat(profile.spent()).containsExactly(entry("read", new Spent(7, 1, 0, 0)));

    clock.addAndGet(2);
    profile.end();
    assertThat(profile.spent()).containsExactly(entry("read", new Spent(9, 1, 0, 0)));
  }

  @Test
  void savingHandsTheProfileToItsKeeper() {
    assertThat(saved).isEmpty();

    profile.save();

    assertThat(saved).containsExactly(profile);
  }

  private static Map.Entry<String, Spent> entry(String activity, Spent spent) {
    return Map.entry(activity, spent);
  }
}
