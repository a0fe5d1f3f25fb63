package org.fxbb.readers.simulate;

/**
 * A service that is bad in busy hours all month on every PoP of an ISP, so that the ISP and each of
 * its PoPs breach exactly one parameter. Each value is far beyond its limit and costs a slot at
 * most 25 of 100 points of quality, so that no slot becomes POOR or a candidate for OUTAGE (spec
 * 5.2 and 5.3).
 */
enum ServiceFault {
  /** Downloads reach about 45 % of the reference, limit 80 %; uploads stay as they are. */
  SLOW_DOWNLOAD(
      "slow_download",
      "DOWNLOAD_SPEED",
      "CRITICAL",
      "downloads reach about 45 % of the reference speed in busy hours"),
  /** NATIONAL round trips of about 150 ms, limit 50; other target types stay as they are. */
  HIGH_NATIONAL_LATENCY(
      "high_national_latency",
      "LATENCY_NATIONAL",
      "HIGH",
      "round trips to NATIONAL targets take about 150 ms in busy hours"),
  /** One NATIONAL packet in ten is lost, limit 1 %. */
  PACKET_LOSS(
      "packet_loss",
      "PACKET_LOSS",
      "CRITICAL",
      "about 10 % of the packets to NATIONAL targets are lost in busy hours"),
  /** Every query takes about 1,400 ms, limit 500. */
  SLOW_DNS("slow_dns", "DNS", "HIGH", "DNS queries take about 1,400 ms in busy hours"),
  /** Three of five pages of equal weight are out of reach, so 40 of 100 is reached, limit 80. */
  HTTP_UNREACHABLE(
      "http_unreachable",
      "HTTP_REACHABILITY",
      "CRITICAL",
      "three of five web pages cannot be reached in busy hours");

  /** Kind in the answer key. */
  final String kind;

  /** The parameter that breaches. */
  final String parameter;

  /** The severity that the values lead to. */
  final String severity;

  /** What is wrong, for people. */
  final String detail;

  ServiceFault(String kind, String parameter, String severity, String detail) {
    this.kind = kind;
    this.parameter = parameter;
    this.severity = severity;
    this.detail = detail;
  }
}
