/**
 * Bulk history: CSV files of any size with rows of the time series tables, read in parts.
 *
 * <p>The hot path of a row: {@link org.fxbb.readers.history.HistoryParts} cuts the file into parts
 * of whole records, {@link org.fxbb.readers.history.HistoryPartReader} goes through the records of
 * a part, {@link org.fxbb.readers.history.PlainCells} reads the cells of a record as they are
 * usually written, {@link org.fxbb.readers.history.HistoryRows} makes a poll, count or test of
 * them. A record that is written in any other way is read by {@link org.fxbb.readers.csv} like any
 * CSV file.
 */
@NullMarked
package org.fxbb.readers.history;

import org.jspecify.annotations.NullMarked;
