package org.fxbb.writers.file;

/**
 * How a CSV file was written, so that its rows can be given back alike.
 *
 * @param header its header as one record, comma separated
 * @param separator what stood between its cells
 */
public record CsvForm(String header, char separator) {}
