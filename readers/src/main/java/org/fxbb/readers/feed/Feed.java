package org.fxbb.readers.feed;

import java.util.List;
import java.util.Optional;

/**
 * A kind of CSV file: what its columns are and what makes a row unique.
 *
 * <p><b>Source:</b> spec 4.4 and 4.8.
 *
 * @param name as in file names, such as {@code packages}; filings and registry may share one
 * @param kind who sends it
 * @param mandatory whether each ISP owes it each month
 * @param columns in the order of the template
 * @param key names of the columns that make a row unique within its file; location columns count by
 *     their location code. Rows that repeat a key are found by the ingest step, not by the reader:
 *     same values are a counted duplicate, other values raise {@code duplicate_key}
 */
public record Feed(
    String name, Kind kind, boolean mandatory, List<Column> columns, List<String> key) {

  /** Who sends a feed. */
  public enum Kind {
    /** An ISP, each month. */
    FILING,
    /** The regulator, when something changed. */
    REGISTRY,
    /** The regulator, when data move in from another system. */
    HISTORY
  }

  /** Checks that the key names columns of the feed. */
  public Feed {
    for (String part : key) {
      if (columns.stream().noneMatch(c -> c.name().equals(part))) {
        throw new IllegalArgumentException("Feed " + name + " has no column " + part);
      }
    }
  }

  /** The position of a column in {@link #columns}. Throws if the feed has no such column. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Feed " + name + " has no column " + column);
  }

  /** The column with a name. */
  public Optional<Column> findColumn(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }
}
