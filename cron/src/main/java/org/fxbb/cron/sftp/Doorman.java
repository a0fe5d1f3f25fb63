package org.fxbb.cron.sftp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides by address alone who may try to log in: keeps floods of half-open connections and those
 * who guess out.
 *
 * <p><b>Shape</b>: an address is kept out from its last allowed failure on, until the first one is
 * older than the time that failures count. At most {@value #MOST_ADDRESSES} addresses are
 * remembered, the newest.
 *
 * <p><b>Lifecycle</b>: thread-safe; in memory, so a restart forgives.
 */
final class Doorman {
  static final int MOST_ADDRESSES = 10_000;

  private final Clock machine;
  private final int mostUnknown;
  private final int mostUnknownPerAddress;
  private final int mostFailures;
  private final Duration failureTime;
  private final Map<String, Integer> unknown = new HashMap<>();
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };
  private int allUnknown;

  Doorman(Clock machine, SftpProperties settings) {
    this.machine = machine;
    this.mostUnknown = settings.mostUnknown();
    this.mostUnknownPerAddress = settings.mostUnknownPerAddress();
    this.mostFailures = settings.mostFailures();
    this.failureTime = settings.failureTime();
  }

  private record Failures(Instant first, int count) {}

  /** A connection was made: why it may not stay, or nothing. It counts until {@link #leave}. */
  synchronized Optional<String> arrive(String address) {
    int ofAddress = unknown.merge(address, 1, Integer::sum);
    allUnknown++;
    if (isKeptOut(address)) {
      return Optional.of("the address failed to log in %d times".formatted(mostFailures));
    }
    if (ofAddress > mostUnknownPerAddress) {
      return Optional.of(
          "the address has %d connections that did not log in".formatted(mostUnknownPerAddress));
    }
    if (allUnknown > mostUnknown) {
      return Optional.of("%d connections did not log in".formatted(mostUnknown));
    }
    return Optional.empty();
  }

  /** A connection that arrived has logged in, or has ended without. */
  synchronized void leave(String address) {
    allUnknown--;
    unknown.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
  }

  /** Somebody at this address failed to log in. */
  synchronized void failed(String address) {
    Instant now = machine.instant();
    Failures before = failures.get(address);
    failures.put(
        address,
        before == null || isOver(before, now)
            ? new Failures(now, 1)
            : new Failures(before.first(), before.count() + 1));
  }

  private boolean isKeptOut(String address) {
    Failures before = failures.get(address);
    return before != null && before.count() >= mostFailures && !isOver(before, machine.instant());
  }

  private boolean isOver(Failures before, Instant now) {
    return !now.isBefore(before.first().plus(failureTime));
  }
}
