package org.fxbb.readers.qos;

/** What a QoS agent tests. Names as in {@code ts_qos_measurements.test_type}. */
public enum TestType {
  /** Throughput to a reference server. */
  SPEEDTEST,
  /** Ping. */
  ICMP,
  /** Name resolution, several queries. */
  DNS,
  /** Fetching of weighted pages. */
  HTTP,
  /** The route to a target. */
  TRACEROUTE
}
