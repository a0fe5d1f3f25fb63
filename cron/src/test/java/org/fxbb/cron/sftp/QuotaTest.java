package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fxbb.jobs.access.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are counted once a minute, and before a refusal. Ten files and 20 MB are the most. */
final class QuotaTest {
  private static final long MB = 1 << 20;

  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-01-31T18:00:00Z");
  private final Quota quota = new Quota(new Moving(), Settings.of(Path.of("keys"), 9, 9, 9, 10));

  @SuppressWarnings("NullAway.Init") // set before each
  private Home home;

  /** A clock that the test moves. */
  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void open() throws IOException {
    home = Home.open(folder, new Account(Account.Kind.ISP, 1, "isp-0001"));
  }

  private void put(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Files.writeString(folder.resolve("isps/isp-0001/inbox/" + i), "x");
    }
  }

  @Test
  void filesAreCountedOnceAMinuteAndWhatBeginsIsAdded() throws IOException {
    put(0, 5);
    quota.begin(home);
    put(5, 10);
    quota.begin(home);
    now = now.plusSeconds(61);
    assertThatThrownBy(() -> quota.begin(home)).hasMessageStartingWith("10 files wait");
    Files.delete(folder.resolve("isps/isp-0001/inbox/0"));
    quota.begin(home);
    assertThat(folder.resolve("isps/isp-0001/inbox/1")).exists();
  }

  @Test
  void bytesThatWereAddedCountUntilTheIntakeHasTakenThem() throws IOException {
    assertThat(quota.room(home, 1)).isEqualTo(20 * MB);
    quota.grew(home, 19 * MB);
    assertThat(quota.room(home, MB)).isEqualTo(MB);
    assertThat(quota.room(home, MB + 1)).as("counted anew: nothing is there").isEqualTo(20 * MB);
  }
}
