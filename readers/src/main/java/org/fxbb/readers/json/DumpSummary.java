package org.fxbb.readers.json;

/**
 * What reading a dump came to.
 *
 * @param lines lines that are not blank: submissions + rejected
 * @param submissions lines that were submissions
 * @param rejectedLines lines that were quarantined
 * @param complete false where a damaged archive ended before its time; what was read before it
 *     holds
 */
public record DumpSummary(long lines, long submissions, long rejectedLines, boolean complete) {}
