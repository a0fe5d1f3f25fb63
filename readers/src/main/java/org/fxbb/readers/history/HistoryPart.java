package org.fxbb.readers.history;

/**
 * Whole records of a history file.
 *
 * @param number of the part, from 1; the same file has the same parts each time
 * @param firstRow the number of its first record, the first record of the file being 1
 * @param bytes UTF-8
 * @param length how many of the bytes are the part's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere: it is the hot path
public record HistoryPart(int number, long firstRow, byte[] bytes, int length) {}
