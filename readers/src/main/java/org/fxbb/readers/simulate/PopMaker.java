package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Invents the PoPs of an ISP, with ports so large that the peak stays near 60 % of them. */
final class PopMaker {

  private static final double PEAK_MBPS_PER_SUBSCRIBER = 1.9;
  private static final double PEAK_PART_OF_PORT = 0.60;

  private final Streams streams;
  private int made;

  PopMaker(Streams streams) {
    this.streams = streams;
  }

  /** The PoPs of {@code isp}, in the order of its PoP places. */
  List<PopProfile> make(IspProfile isp) {
    int count = isp.popPlaces().size();
    SplittableRandom random = streams.of("pops/" + isp.code());
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = Streams.between(random, 0.8, 1.2);
      sum += weights[i];
    }
    List<PopProfile> pops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pops.add(make(isp, i, weights[i] / sum));
    }
    return pops;
  }

  private PopProfile make(IspProfile isp, int index, double share) {
    String code = "%s-pop%02d".formatted(isp.code(), index + 1);
    SplittableRandom random = streams.of("pop/" + code);
    Place place = isp.popPlaces().get(index);
    double peakMbps = Math.max(60, isp.subscribers() * share * PEAK_MBPS_PER_SUBSCRIBER);
    return new PopProfile(
        isp,
        code,
        place,
        place.latitude() + Streams.between(random, -0.04, 0.04),
        place.longitude() + Streams.between(random, -0.04, 0.04),
        category(isp, index),
        streams.uuid("agent/snmp/" + code),
        streams.uuid("agent/qos/" + code),
        isp.packages().get(1 + random.nextInt(2)),
        share,
        (long) (peakMbps * 1_000_000),
        port(peakMbps * PopProfile.INTERNET_PART),
        port(peakMbps * PopProfile.IX_PART),
        port(peakMbps * PopProfile.CACHE_PART),
        30 + random.nextInt(240),
        made++ & 0xffff);
  }

  private static String category(IspProfile isp, int index) {
    if (index > 0) {
      return "EDGE_POP";
    }
    return isp.category() == LicenceCategory.NATIONWIDE ? "CORE_DC" : "REGIONAL_POP";
  }

  private static int port(double peakMbps) {
    double wanted = peakMbps / PEAK_PART_OF_PORT;
    int step = wanted > 10_000 ? 10_000 : 1_000;
    return ((int) Math.ceil(wanted / step)) * step;
  }
}
