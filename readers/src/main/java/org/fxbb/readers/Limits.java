package org.fxbb.readers;

/**
 * How large things may be before a reader refuses them, so that memory stays bounded whatever
 * arrives.
 *
 * <p><b>Source:</b> spec 4.3 for CSV; the two of dumps are ours.
 *
 * @param fileBytes most bytes of a filing or registry file, after decompression; dumps have no
 *     limit
 * @param rowChars most characters of one CSV row
 * @param cellChars most characters of one CSV cell
 * @param columns most columns of a CSV header
 * @param archiveRatio most decompressed bytes per compressed byte of a filing, once 1 MB is passed
 * @param lineBytes most bytes of one line of a dump
 * @param jsonDepth deepest nesting of one line of a dump
 */
public record Limits(
    long fileBytes,
    int rowChars,
    int cellChars,
    int columns,
    int archiveRatio,
    int lineBytes,
    int jsonDepth) {

  /** The limits of spec 4.3, and 16 MB and 64 levels for a line of a dump. */
  public static final Limits DEFAULT =
      new Limits(200L << 20, 1 << 20, 64 << 10, 500, 100, 16 << 20, 64);

  /** These limits with another one for the size of a filing. */
  public Limits withFileBytes(long bytes) {
    return new Limits(bytes, rowChars, cellChars, columns, archiveRatio, lineBytes, jsonDepth);
  }

  /** These limits for files of any size and ratio, such as bulk history. */
  public Limits withoutFileLimit() {
    return new Limits(
        Long.MAX_VALUE, rowChars, cellChars, columns, Integer.MAX_VALUE, lineBytes, jsonDepth);
  }

  /** These limits with another one for the length of a line of a dump. */
  public Limits withLineBytes(int bytes) {
    return new Limits(fileBytes, rowChars, cellChars, columns, archiveRatio, bytes, jsonDepth);
  }
}
