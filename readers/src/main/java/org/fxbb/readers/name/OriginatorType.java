package org.fxbb.readers.name;

/**
 * The originators whose dumps are read. Their trust is data, not code. Source: spec 4, first table.
 */
public enum OriginatorType {
  /** Polls interfaces and sessions. */
  SNMP_AGENT("snmp"),
  /** Tests speed, latency, DNS, HTTP and routes. */
  QOS_AGENT("qos");

  private final String prefix;

  OriginatorType(String prefix) {
    this.prefix = prefix;
  }

  /** How names of its dumps begin. */
  public String prefix() {
    return prefix;
  }
}
