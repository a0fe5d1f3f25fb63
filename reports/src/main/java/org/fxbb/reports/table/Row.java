package org.fxbb.reports.table;

import java.util.List;

/**
 * A row of a {@link Table}.
 *
 * @param key natural key, part of its figures' ids
 * @param cells one per column, in the columns' order
 * @param total true for a row that sums up others, drawn apart from them
 */
public record Row(String key, List<Cell> cells, boolean total) {
  /** Copies the cells. */
  public Row {
    cells = List.copyOf(cells);
  }
}
