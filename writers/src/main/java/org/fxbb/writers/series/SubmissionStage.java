package org.fxbb.writers.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.json.SubmissionHeader.AgentStatus;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the submissions of a batch of dumps their ids and moves them through staging into their
 * table; those that are stored already stay behind in staging as duplicates. Not thread-safe.
 */
final class SubmissionStage {
  private static final int BLOCK = 1_000;

  private final Load load;
  private final CopyTable rows;
  private final TouchedDays days;
  private long nextId;
  private int left;
  private long firstWaiting = Long.MAX_VALUE;
  private long waiting;
  private boolean foundDuplicates;

  SubmissionStage(Load load, TouchedDays days) {
    this.load = load;
    this.days = days;
    this.rows =
        load.copy(
            "submissions",
            List.of(
                "submission_id",
                "submission_file_id",
                "line_number",
                "originator",
                "submission_uuid",
                "isp_id",
                "agent_id",
                "pop_id",
                "period_start",
                "period_end",
                "submission_time",
                "content_hash",
                "agent_status",
                "cpu_pct",
                "clock_offset_ms",
                "connectivity_status",
                "agent_version",
                "records"));
  }

  long add(
      SubmissionOrigin origin,
      SubmissionHeader header,
      @Nullable Long popId,
      @Nullable String connectivity,
      int records) {
    long id = nextId();
    AgentStatus status = header.agentStatus();
    days.add(header.periodStart());
    rows.row()
        .int8(id)
        .int8(origin.fileId())
        .int8(header.lineNumber())
        .text(header.originator().name())
        .uuid(header.submissionUuid())
        .int8(origin.ispId())
        .int8(origin.agentId())
        .int8(popId)
        .time(header.periodStart())
        .time(header.periodEnd())
        .time(header.submissionTime())
        .int8(header.contentHash())
        .text(status == null ? null : status.status())
        .real(status == null ? Double.NaN : status.cpuPct())
        .int8(status == null ? null : offsetMillis(status.clockOffsetSeconds()))
        .text(connectivity)
        .text(header.agentVersion())
        .int4(records);
    return id;
  }

  /**
   * Adds one that stands for the rows of an ISP and a Dhaka day in a part of a history file.
   *
   * @param line row of the file at which the part begins
   */
  long addHistory(SubmissionOrigin origin, UUID uuid, long epochDay, Instant stamp, long line) {
    long id = nextId();
    Instant from = TouchedDays.midnight(epochDay);
    days.add(from);
    rows.row()
        .int8(id)
        .int8(origin.fileId())
        .int8(line)
        .text("MANUAL")
        .uuid(uuid)
        .int8(origin.ispId())
        .none()
        .none()
        .time(from)
        .time(TouchedDays.midnight(epochDay + 1))
        .time(stamp)
        .int8(0)
        .none()
        .none()
        .none()
        .none()
        .none()
        .int4(0);
    return id;
  }

  private long nextId() {
    if (left == 0) {
      nextId = load.nextSubmissionIds();
      left = BLOCK;
    }
    long id = nextId++;
    left--;
    firstWaiting = Math.min(firstWaiting, id);
    waiting++;
    return id;
  }

  /**
   * Stores those added since the last time.
   *
   * @return whether all of them are new
   */
  boolean send() {
    if (waiting == 0) {
      return true;
    }
    rows.flush();
    Map<String, Long> from = Map.of("first_id", firstWaiting);
    boolean allNew =
        load.run(SqlText.of(SubmissionStage.class, "insertSubmissions"), from) == waiting;
    if (!allNew) {
      foundDuplicates = true;
      load.run(days.fill(SqlText.of(SubmissionStage.class, "markDuplicateSubmissions")), from);
    }
    firstWaiting = Long.MAX_VALUE;
    waiting = 0;
    return allNew;
  }

  /** Whether any so far was stored already. */
  boolean foundDuplicates() {
    return foundDuplicates;
  }

  private static @Nullable Long offsetMillis(double seconds) {
    return Double.isNaN(seconds) ? null : Math.round(seconds * 1_000);
  }
}
