package org.fxbb.readers.feed;

/** What a cell holds, and the Java type it is read as. */
public enum ColumnType {
  /** Text without surrounding spaces; {@code String}. */
  TEXT,
  /** A number with a point; {@code BigDecimal}. */
  DECIMAL,
  /** A whole number; {@code Long}. */
  INTEGER,
  /** A day; {@code LocalDate}. */
  DATE,
  /** A moment, Dhaka time where no offset is given; {@code Instant}. */
  INSTANT,
  /** Yes or no; {@code Boolean}. */
  BOOLEAN,
  /** One of a closed list, written as the feed declares it whatever its case; {@code String}. */
  ENUM,
  /** {@code 1:n}, read as n; {@code BigDecimal}. */
  RATIO,
  /** A UUID; {@code UUID}. */
  UUID,
  /** A month that must agree with the file name; {@code String}, never loaded. */
  PERIOD,
  /**
   * A place, read as its location code; {@code String}. Found in the columns {@code location} or
   * {@code bbs_code}, or in {@code division}, {@code district} and {@code upazila}.
   */
  LOCATION
}
