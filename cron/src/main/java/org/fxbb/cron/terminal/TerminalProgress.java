package org.fxbb.cron.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.fxbb.jobs.run.Progress;

/**
 * Progress for people: a bar that redraws itself on a terminal, a plain line every few seconds
 * elsewhere.
 *
 * <p><b>Units</b>: the rate is units per second (per minute when they are slow) since the start of
 * the work; the time left assumes that rate and is not guessed in the first three seconds. Colour
 * is used on a terminal unless {@code NO_COLOR} is set. Thread-safe.
 *
 * <p><b>Source</b>: spec 7.2.
 */
public final class TerminalProgress implements Progress {
  private static final int WIDTH = 28;
  private static final long REDRAW_NANOS = Duration.ofMillis(150).toNanos();
  private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

  /** Before this much work has passed, its rate says nothing about what is left. */
  private static final long KNOWN_NANOS = Duration.ofSeconds(3).toNanos();

  private final PrintStream out;
  private final boolean terminal;
  private final boolean colour;
  private final LongSupplier nanos;
  private String what = "";
  private String unit = "";
  private long total;
  private long count;
  private long begun;
  private long drawn;
  private boolean active;

  /**
   * Progress on a stream.
   *
   * @param out usually standard error, so that results can be piped
   * @param terminal whether lines can be redrawn
   * @param colour whether escape codes for colour may be used
   * @param nanos a steady clock, such as {@code System::nanoTime}
   */
  public TerminalProgress(PrintStream out, boolean terminal, boolean colour, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.colour = colour;
    this.nanos = nanos;
  }

  /**
   * Progress on standard error, as {@code TERM} and {@code NO_COLOR} allow. Whether that is a
   * terminal is told by the launcher in the property {@code fxbb.terminal}, because Java cannot ask
   * about one stream.
   */
  public static TerminalProgress ofStandardError() {
    boolean terminal = Boolean.getBoolean("fxbb.terminal") && !"dumb".equals(System.getenv("TERM"));
    String noColour = System.getenv("NO_COLOR");
    boolean colour = terminal && (noColour == null || noColour.isEmpty());
    return new TerminalProgress(System.err, terminal, colour, System::nanoTime);
  }

  @Override
  public synchronized void start(String newWhat, long newTotal, String newUnit) {
    done();
    what = newWhat;
    unit = newUnit;
    total = newTotal;
    count = 0;
    begun = nanos.getAsLong();
    drawn = begun;
    active = true;
    if (terminal) {
      draw();
    }
  }

  @Override
  public synchronized void add(long units) {
    count += units;
    long now = nanos.getAsLong();
    if (active && now - drawn >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      drawn = now;
      draw();
    }
  }

  @Override
  public synchronized void done() {
    if (!active) {
      return;
    }
    active = false;
    String line =
        "%s: %,d %s in %s".formatted(what, count, unit, describe(Duration.ofNanos(elapsed())));
    out.print(terminal ? "\r" + line + "\u001b[K\n" : line + "\n");
    out.flush();
  }

  private void draw() {
    double seconds = Math.max(elapsed() / 1e9, 0.001);
    double rate = count / seconds;
    StringBuilder line = new StringBuilder(what).append(' ');
    if (total > 0) {
      double share = Math.min(1.0, (double) count / total);
      if (terminal) {
        line.append(bar(share)).append(' ');
      }
      line.append("%3.0f %% %,d of %,d %s".formatted(share * 100, count, total, unit));
    } else {
      line.append("%,d %s".formatted(count, unit));
    }
    if (count > 0) {
      line.append(", ").append(describe(rate));
    }
    if (total > count && count > 0 && elapsed() >= KNOWN_NANOS) {
      Duration left = Duration.ofMillis(Math.round((total - count) / rate * 1000));
      line.append(", ").append(describe(left)).append(" left");
    }
    out.print(terminal ? "\r" + line + "\u001b[K" : line + "\n");
    out.flush();
  }

  private static String describe(double perSecond) {
    if (perSecond >= 10) {
      return "%,.0f/s".formatted(perSecond);
    }
    return perSecond >= 0.1 ? "%.1f/s".formatted(perSecond) : "%.1f/min".formatted(perSecond * 60);
  }

  private String bar(double share) {
    int full = (int) Math.round(share * WIDTH);
    String text = "#".repeat(full) + "-".repeat(WIDTH - full);
    return colour
        ? "[\u001b[32m" + text.substring(0, full) + "\u001b[0m" + text.substring(full) + "]"
        : "[" + text + "]";
  }

  private long elapsed() {
    return nanos.getAsLong() - begun;
  }

  /** A duration as people say it: {@code 48 s}, {@code 3 min 05 s}, {@code 1 h 02 min}. */
  public static String describe(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }
}
