package org.fxbb.readers.csv;

import java.util.List;

/**
 * A record as delivered.
 *
 * @param number 1 for the first record of the file, blank lines counted, as a spreadsheet shows it
 * @param cells at most as many as columns are allowed, each at most as long as cells are allowed
 * @param cellCount how many cells there were
 * @param longestCell characters of the longest cell as delivered
 * @param longestIndex which cell that was
 */
record RawRecord(
    long number, List<String> cells, int cellCount, int longestCell, int longestIndex) {

  /**
   * Whether no cell says anything: a blank line, or separators alone as spreadsheets leave them.
   */
  boolean isBlank() {
    return cells.size() == cellCount
        && cells.stream().allMatch(cell -> CellText.trim(cell).isEmpty());
  }
}
