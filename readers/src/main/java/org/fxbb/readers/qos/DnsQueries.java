package org.fxbb.readers.qos;

import java.util.Arrays;

/** The resolution times of one DNS test, one per query, in the order they were made. Immutable. */
public final class DnsQueries {

  private final float[] millis;

  /** Takes times in ms, {@link Float#POSITIVE_INFINITY} for a query that failed. */
  public DnsQueries(float[] millis) {
    this.millis = millis.clone();
  }

  /** A fresh copy of the times, ms; {@link Float#POSITIVE_INFINITY} for a query that failed. */
  public float[] millis() {
    return millis.clone();
  }

  /** How many queries were made. */
  public int count() {
    return millis.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DnsQueries that && Arrays.equals(millis, that.millis);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(millis);
  }

  @Override
  public String toString() {
    return Arrays.toString(millis);
  }
}
