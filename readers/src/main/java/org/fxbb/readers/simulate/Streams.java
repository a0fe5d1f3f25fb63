package org.fxbb.readers.simulate;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Independent random streams, one per subject, all derived from one seed. A subject's stream does
 * not depend on how many other subjects there are, nor on whether faults are planted.
 */
final class Streams {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long seed;

  Streams(long seed) {
    this.seed = seed;
  }

  /** The stream of {@code subject}, from its beginning. */
  SplittableRandom of(String subject) {
    return new SplittableRandom(hash(subject));
  }

  /** The UUID of {@code subject}, with the bits of version 4. */
  UUID uuid(String subject) {
    SplittableRandom random = of("uuid/" + subject);
    return version4(random.nextLong(), random.nextLong());
  }

  /** The UUID of the {@code number}-th thing that {@code owner} makes. */
  static UUID uuid(UUID owner, long number) {
    return version4(
        mix(owner.getMostSignificantBits() ^ mix(number)),
        mix(owner.getLeastSignificantBits() + mix(~number)));
  }

  private static UUID version4(long high, long low) {
    return new UUID(
        (high & 0xffffffffffff0fffL) | 0x4000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
  }

  private long hash(String subject) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < subject.length(); i++) {
      hash = (hash ^ subject.charAt(i)) * FNV_PRIME;
    }
    return mix(hash ^ mix(seed));
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A draw from {@code [least, most)}. */
  static double between(SplittableRandom random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /**
   * A draw of mean 0 and standard deviation 1 that stays within 3.47: the sum of four uniform
   * draws, so that it is the same on every Java version.
   */
  static double bell(SplittableRandom random) {
    double sum =
        random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum - 2) * 1.7320508075688772;
  }
}
