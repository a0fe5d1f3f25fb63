package org.fxbb.readers.csv;

import java.util.List;

/**
 * What reading a CSV file came to.
 *
 * @param rows data records read, blank lines not counted: good + bad
 * @param goodRows records given to {@link FeedRowSink#row}
 * @param badRows records given to {@link FeedRowSink#rejected}
 * @param header the header cells as delivered; empty where none was read
 * @param separator between cells; a comma where no header was read
 * @param complete false where a FATAL notice ended the reading, so the counts are of what was read
 *     before it
 */
public record CsvSummary(
    long rows,
    long goodRows,
    long badRows,
    List<String> header,
    char separator,
    boolean complete) {}
