package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fxbb.cron.sftp.Home.Usage;

/**
 * How much an account may upload.
 *
 * <p><b>Errors</b>: {@link Refusal} that says which limit, what it is, and what to do.
 *
 * <p><b>Lifecycle</b>: thread-safe.
 */
final class Quota {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock machine;
  private final SftpProperties settings;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  Quota(Clock machine, SftpProperties settings) {
    this.machine = machine;
    this.settings = settings;
  }

  private record Minute(Instant from, int uploads) {}

  /** Counts an upload that begins. */
  void begin(Home home) throws IOException {
    Instant now = machine.instant();
    Minute minute =
        minutes.merge(
            home.account().name(),
            new Minute(now, 1),
            (before, one) ->
                now.isBefore(before.from().plus(MINUTE))
                    ? new Minute(before.from(), before.uploads() + 1)
                    : one);
    if (minute.uploads() > settings.uploadsPerMinute()) {
      throw Refusal.full(
          "More than %,d files in a minute. Go on in a minute."
              .formatted(settings.uploadsPerMinute()));
    }
    if (home.usage().files() >= settings.mostFiles()) {
      throw Refusal.full(
          "%,d files wait to be taken, which is the most. Wait some minutes, or remove unfinished ones."
              .formatted(settings.mostFiles()));
    }
  }

  /** Bytes that may be added now. */
  long room(Home home) throws IOException {
    Usage usage = home.usage();
    long free = Files.getFileStore(home.root()).getUsableSpace() - settings.freeSpace().toBytes();
    return Math.max(0, Math.min(settings.mostBytes().toBytes() - usage.bytes(), free));
  }

  /** Most bytes of one file. */
  long largestFile() {
    return settings.largestFile().toBytes();
  }
}
