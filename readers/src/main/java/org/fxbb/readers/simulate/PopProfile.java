package org.fxbb.readers.simulate;

import java.util.UUID;

/**
 * One point of presence with its two agents.
 *
 * @param isp whose PoP it is
 * @param code PoP code, unique in the nation
 * @param place upazila or thana
 * @param latitude degrees north
 * @param longitude degrees east
 * @param category CORE_DC, REGIONAL_POP or EDGE_POP
 * @param snmpAgent agent that polls its interfaces and BRAS
 * @param qosAgent agent that tests from its test line
 * @param reference package that the test line carries
 * @param share part of the ISP's sessions served here; the shares of an ISP add up to 1
 * @param peakBps download traffic in the peak, bit/s
 * @param internetMbps port speed of the INTERNET interface
 * @param ixMbps port speed of the IX interface
 * @param cacheMbps port speed of the CACHE interface
 * @param testOffset seconds after the start of a slot at which the tests begin
 * @param network 0 to 65,535, makes its private addresses
 */
record PopProfile(
    IspProfile isp,
    String code,
    Place place,
    double latitude,
    double longitude,
    String category,
    UUID snmpAgent,
    UUID qosAgent,
    PackageOffer reference,
    double share,
    long peakBps,
    int internetMbps,
    int ixMbps,
    int cacheMbps,
    int testOffset,
    int network) {

  /** Part of the download traffic that comes from the internet, from exchanges, from caches. */
  static final double INTERNET_PART = 0.42;

  static final double IX_PART = 0.20;
  static final double CACHE_PART = 0.38;

  int upstreamMbps() {
    return internetMbps + ixMbps + cacheMbps;
  }

  String brasId() {
    return "bras-" + code;
  }

  /** {@code 10.x.y.} of its management network. */
  String addressPrefix() {
    return "10." + (network >> 8) + "." + (network & 255) + ".";
  }
}
