package org.fxbb.readers.csv;

import java.util.List;

/**
 * A row that was not loaded, as delivered.
 *
 * @param rowNumber the number of the record, the header being 1
 * @param cells its cells untouched but for NUL, which no database text holds and U+FFFD stands for,
 *     in the order of the file's header, possibly more or fewer; each cut to the cell limit
 */
public record RejectedRow(long rowNumber, List<String> cells) {

  static RejectedRow of(RawRecord raw) {
    return of(raw.number(), raw.cells());
  }

  static RejectedRow of(long rowNumber, List<String> cells) {
    return new RejectedRow(
        rowNumber, cells.stream().map(cell -> cell.replace('\0', '\uFFFD')).toList());
  }
}
