package org.fxbb.jobs.verdict;

/** Samples of one PoP, parameter and day in ascending order; never negative, infinity allowed. */
public final class Samples {

  /** None. */
  public static final Samples NONE = new Samples(new float[0]);

  private final float[] ascending;

  private Samples(float[] ascending) {
    this.ascending = ascending;
  }

  /** Samples that are already in ascending order. */
  public static Samples ofAscending(float... ascending) {
    return new Samples(ascending.clone());
  }

  /** How many there are. */
  public int size() {
    return ascending.length;
  }

  float get(int index) {
    return ascending[index];
  }

  /** How many are at least (minimum) or at most the limit; equal meets. */
  int meeting(boolean minimum, double limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before =
          minimum ? ascending[middle] < (float) limit : ascending[middle] <= (float) limit;
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return minimum ? ascending.length - low : low;
  }
}
