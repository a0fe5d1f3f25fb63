package org.fxbb.writers.profile;

/**
 * What went into one activity.
 *
 * @param nanos busy time, without the activities inside it
 * @param times how often it was begun
 * @param rows rows it moved or touched, 0 where rows are not what it works on
 * @param bytes bytes it moved, 0 where they are not counted
 */
public record Spent(long nanos, long times, long rows, long bytes) {

  /** Nothing yet. */
  public static final Spent NOTHING = new Spent(0, 0, 0, 0);

  /** Both together. */
  public Spent plus(Spent other) {
    return new Spent(
        nanos + other.nanos, times + other.times, rows + other.rows, bytes + other.bytes);
  }
}
