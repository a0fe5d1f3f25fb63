package org.fxbb.readers.simulate;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of one quarter hour measure, before it is written. The number of random draws is
 * the same for every slot, so that a fault changes only what it is about.
 *
 * <p><b>Shape</b>: ping arrays are NATIONAL, IX, INTERNATIONAL. <b>Lifecycle</b>: filled again for
 * each slot; not thread-safe.
 */
final class QosSample {

  static final int PACKETS = 20;
  static final int QUERIES = 4;
  static final int PAGES = 5;

  /** Download and upload over the reference; negative when the test failed. */
  double download;

  double upload;

  /** Median round trip in ms. */
  final double[] rtt = new double[3];

  final double[] jitter = new double[3];
  final int[] lost = new int[3];

  /** Resolution time in ms; negative when the query failed. */
  final double[] dns = new double[QUERIES];

  final boolean[] reachable = new boolean[PAGES];
  double pageMillis;
  double cpuPct;
  boolean agentFault;
  boolean allFailed;

  /** Draws a healthy slot of a line of {@code quality} 0 (best) to 1 (middling). */
  void draw(SplittableRandom random, double quality, double load) {
    agentFault = false;
    allFailed = false;
    download = speed(random, quality, load);
    upload = speed(random, quality * 0.8, load * 0.8);
    double stretch = 1 + 0.15 * load;
    rtt[0] = (5 + 18 * quality) * stretch * spread(random);
    rtt[1] = (4 + 22 * quality) * stretch * spread(random);
    rtt[2] = (70 + 80 * quality) * stretch * spread(random);
    double lossRate = 0.0004 + 0.0016 * quality;
    for (int i = 0; i < 3; i++) {
      jitter[i] = (0.6 + 5 * quality) * spread(random);
      lost[i] = lost(random, lossRate);
    }
    for (int i = 0; i < QUERIES; i++) {
      double base = i < 2 ? 8 + 20 * quality : 35 + 60 * quality;
      dns[i] = base * stretch * spread(random);
    }
    for (int i = 0; i < PAGES; i++) {
      reachable[i] = random.nextDouble() >= 0.0015;
    }
    pageMillis = (180 + 400 * quality) * stretch * spread(random);
    cpuPct = Streams.between(random, 12, 45);
  }

  /** Lets {@code fault} act. Takes no draws: the values lean on those that are there. */
  void suffer(@Nullable ServiceFault fault) {
    if (fault == null) {
      return;
    }
    switch (fault) {
      case SLOW_DOWNLOAD -> download = Math.min(0.6, download * 0.48);
      case HIGH_NATIONAL_LATENCY -> rtt[0] += 140;
      case PACKET_LOSS -> lost[0] = rtt[1] * 1000 % 2 < 1 ? 1 : 3;
      case SLOW_DNS -> {
        for (int i = 0; i < QUERIES; i++) {
          dns[i] = 1_350 + dns[i] * 0.8;
        }
      }
      case HTTP_UNREACHABLE -> {
        reachable[0] = false;
        reachable[2] = false;
        reachable[4] = false;
      }
    }
  }

  /** No test succeeds; {@code byAgent} when the agent itself is to blame. */
  void failAll(boolean byAgent) {
    allFailed = true;
    agentFault = byAgent;
    download = -1;
    upload = -1;
    for (int i = 0; i < 3; i++) {
      lost[i] = PACKETS;
    }
    for (int i = 0; i < QUERIES; i++) {
      dns[i] = -1;
    }
    for (int i = 0; i < PAGES; i++) {
      reachable[i] = false;
    }
    if (byAgent) {
      cpuPct = 97.5;
    }
  }

  /** Middling lines dip below 80 % of the reference in about one test of a hundred. */
  private static double speed(SplittableRandom random, double quality, double load) {
    double usual = 0.985 - 0.06 * quality * load + 0.012 * Streams.bell(random);
    boolean dip = random.nextDouble() < 0.001 + 0.009 * quality;
    double depth = Streams.between(random, 0.62, 0.78);
    return dip ? depth : usual;
  }

  private static double spread(SplittableRandom random) {
    double factor = 1 + 0.06 * Streams.bell(random);
    boolean spike = random.nextDouble() < 0.004;
    return spike ? factor * 1.4 : factor;
  }

  private static int lost(SplittableRandom random, double rate) {
    double draw = random.nextDouble();
    double none = Math.pow(1 - rate, PACKETS);
    if (draw < none) {
      return 0;
    }
    return draw < none + PACKETS * rate * none ? 1 : 2;
  }
}
