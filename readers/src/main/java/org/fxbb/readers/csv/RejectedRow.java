package org.fxbb.readers.csv;

import java.util.List;

/**
 * A row that was not loaded, as delivered.
 *
 * @param rowNumber the number of the record, the header being 1
 * @param cells its cells untouched, in the order of the file's header, possibly more or fewer; each
 *     cut to the cell limit
 */
public record RejectedRow(long rowNumber, List<String> cells) {}
