package org.fxbb.writers.series;

import java.util.List;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.jspecify.annotations.Nullable;

/** Stages what reading each dump of a batch came to; the merge works out the balance. */
public final class DumpFiles {
  private final CopyTable rows;

  /** Stages for a load that was begun with {@link SeriesMerge#LAYOUTS}. */
  public DumpFiles(Load load) {
    rows =
        load.copy(
            "files",
            List.of(
                "submission_file_id",
                "content_sha256",
                "state",
                "state_reason",
                "submissions_received"));
  }

  /**
   * Adds a dump.
   *
   * @param contentSha256 of the decompressed content; null where it could not be read to its end
   * @param rejectedFor notice code where nothing of the file could be read; null where it was
   * @param lines lines that are not blank
   */
  public void add(
      long fileId, @Nullable String contentSha256, @Nullable String rejectedFor, long lines) {
    rows.row()
        .int8(fileId)
        .text(contentSha256)
        .text(rejectedFor == null ? "ACCEPTED" : "REJECTED")
        .text(rejectedFor)
        .int8(lines);
  }

  /** Makes what was added visible to the merge. */
  public void flush() {
    rows.flush();
  }
}
