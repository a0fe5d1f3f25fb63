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
 * <p><b>Shape</b>: what lies in the inboxes of an account is counted once a minute, and what it
 * uploads since is added; before anything is refused it is counted anew, because the intake may
 * have taken some of it.
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
  private final Map<String, Counted> counted = new ConcurrentHashMap<>();

  Quota(Clock machine, SftpProperties settings) {
    this.machine = machine;
    this.settings = settings;
  }

  private record Minute(Instant from, int uploads) {}

  private record Counted(Instant at, long files, long bytes) {
    Counted plus(long moreFiles, long moreBytes) {
      return new Counted(at, files + moreFiles, bytes + moreBytes);
    }
  }

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
              .formatted(settings.uploadsPerMinute()),
          "এক মিনিটে %sটির বেশি ফাইল পাঠানো হয়েছে। এক মিনিট পরে আবার শুরু করুন।"
              .formatted(UploadNote.digits(settings.uploadsPerMinute())));
    }
    if (usage(home).files() >= settings.mostFiles()
        && count(home).files() >= settings.mostFiles()) {
      throw Refusal.full(
          "%,d files wait to be taken, which is the most. Wait some minutes, or remove unfinished ones."
              .formatted(settings.mostFiles()),
          "%sটি ফাইল নেওয়ার অপেক্ষায় আছে, এর বেশি রাখা যায় না। কয়েক মিনিট অপেক্ষা করুন, অথবা অসম্পূর্ণ ফাইল মুছে ফেলুন।"
              .formatted(UploadNote.digits(settings.mostFiles())));
    }
    add(home, 1, 0);
  }

  /**
   * Bytes that may be added now.
   *
   * @param wanted for how many of them
   */
  long room(Home home, long wanted) throws IOException {
    long free = Files.getFileStore(home.root()).getUsableSpace() - settings.freeSpace().toBytes();
    long most = settings.mostBytes().toBytes();
    long left = most - usage(home).bytes();
    if (left < wanted) {
      left = most - count(home).bytes();
    }
    return Math.max(0, Math.min(left, free));
  }

  /** Notes that an upload grew. */
  void grew(Home home, long bytes) {
    add(home, 0, bytes);
  }

  private void add(Home home, long files, long bytes) {
    counted.computeIfPresent(home.account().name(), (name, usage) -> usage.plus(files, bytes));
  }

  private Counted usage(Home home) throws IOException {
    Counted usage = counted.get(home.account().name());
    return usage == null || usage.at().plus(MINUTE).isBefore(machine.instant())
        ? count(home)
        : usage;
  }

  private Counted count(Home home) throws IOException {
    Usage usage = home.usage();
    Counted now = new Counted(machine.instant(), usage.files(), usage.bytes());
    counted.put(home.account().name(), now);
    return now;
  }

  /** Most bytes of one file. */
  long largestFile() {
    return settings.largestFile().toBytes();
  }
}
