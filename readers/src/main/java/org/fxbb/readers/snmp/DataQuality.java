package org.fxbb.readers.snmp;

/**
 * Whether the rates of a poll can be used; named as in {@code ts_interface_metrics}. Source: spec
 * 4.5.
 */
public enum DataQuality {
  /** Usable: enters means. */
  RELIABLE,
  /** The device or counter restarted inside the interval: no rate. Enters nothing but counts. */
  RESET,
  /** The figures cannot be true. Enters nothing but counts. */
  UNRELIABLE,
  /** The poll failed. */
  NO_DATA
}
