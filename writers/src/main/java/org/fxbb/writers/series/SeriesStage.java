package org.fxbb.writers.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.qos.DnsQueries;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.qos.QosTest.Latency;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.profile.WorkProfile;
import org.jspecify.annotations.Nullable;

/**
 * Takes the submissions of a batch of dumps with their polls, session counts and tests.
 *
 * <p>This is the hot path of ingest: values go straight from the records into the bytes of binary
 * COPY. Whenever {@link #CHUNK_BYTES} of them wait, and at the end, the submissions go through
 * staging into their table; the rows of new submissions go straight into the partition of their
 * day. Only where a submission is stored already, or a partition has a row with the same key, the
 * chunk's rows go through staging, where {@link SeriesMerge} decides which row stays.
 *
 * <p><b>Lifecycle</b>: {@link #submission}, then its records; then {@link SeriesMerge}. Not
 * thread-safe. Memory is bounded by a chunk and the rows of one submission, whatever the batch.
 *
 * <p><b>Source</b>: spec 4.5, 4.6 and 4.9.
 */
public final class SeriesStage {
  private static final long CHUNK_BYTES = 16 << 20;

  final SubmissionStage submissions;
  final TargetStage targets;
  final TouchedDays submissionDays = new TouchedDays();
  final List<SeriesRows> series;

  private final Load load;
  private final Partitions partitions;
  private final long chunkBytes;
  private final SeriesSender sender;
  private final SeriesRows interfaces = new SeriesRows(SeriesTable.INTERFACES);
  private final SeriesRows sessions = new SeriesRows(SeriesTable.SESSIONS);
  private final SeriesRows tests = new SeriesRows(SeriesTable.QOS);
  private final Map<IspDay, Long> historyIds = new HashMap<>();
  private long rows;

  /** Takes rows for a load that was begun with {@link SeriesMerge#LAYOUTS}. */
  public SeriesStage(Load load, Partitions partitions) {
    this(load, partitions, CHUNK_BYTES);
  }

  /**
   * Takes rows of a part of a history file: all of them are one chunk, since the rows of one of its
   * submissions are anywhere among them.
   */
  public static SeriesStage ofOneChunk(Load load, Partitions partitions) {
    return new SeriesStage(load, partitions, Long.MAX_VALUE);
  }

  SeriesStage(Load load, Partitions partitions, long chunkBytes) {
    this.load = load;
    this.partitions = partitions;
    this.chunkBytes = chunkBytes;
    submissions = new SubmissionStage(load, submissionDays);
    targets = new TargetStage(load);
    sender = new SeriesSender(load);
    series = List.of(interfaces, sessions, tests);
  }

  /** Polls, session counts and tests taken so far. */
  public long rows() {
    return rows;
  }

  /** Where the time of the load that takes them is noted. */
  public WorkProfile profile() {
    return load.profile();
  }

  /**
   * Adds a submission.
   *
   * @param popId the PoP of a QoS submission; null for SNMP
   * @param connectivity FULL, PARTIAL or NONE, or null
   * @param records all records of the line, those quarantined included
   * @return its id, for the records
   */
  public long submission(
      SubmissionOrigin origin,
      SubmissionHeader header,
      @Nullable Long popId,
      @Nullable String connectivity,
      int records) {
    if (series.stream().mapToLong(SeriesRows::bytes).sum() >= chunkBytes) {
      send();
    }
    return submissions.add(origin, header, popId, connectivity, records);
  }

  /**
   * Adds the submission that rows of a history file belong to: those of one ISP and one Dhaka day
   * in a part of the file. Asked again for the same it gives the same.
   *
   * @param stamp of the file's name; it is the submission time
   * @param name gives the submission its UUID
   * @param line row of the file at which the part begins
   */
  public long history(
      SubmissionOrigin origin, Instant time, Instant stamp, long line, HistoryName name) {
    long day = TouchedDays.epochDay(time.getEpochSecond());
    return historyIds.computeIfAbsent(
        new IspDay(origin.ispId(), day),
        of ->
            submissions.addHistory(
                origin, name.uuid(of.ispId(), TouchedDays.date(day)), day, stamp, line));
  }

  /** Names submissions of history. */
  @FunctionalInterface
  public interface HistoryName {
    /** The UUID of the rows of an ISP and a Dhaka day. */
    UUID uuid(long ispId, LocalDate day);
  }

  private record IspDay(long ispId, long epochDay) {}

  /** Adds a poll of an interface at a PoP. */
  public void poll(SubmissionOrigin origin, long submissionId, long popId, InterfacePoll poll) {
    rows++;
    CopyRows row = interfaces.row(origin, popId, poll.time());
    targets.put(row, origin.ispId(), popId, poll);
    row.time(poll.time())
        .int8(origin.ispId())
        .int8(popId)
        .int2(UpstreamType.idOf(poll.interfaceType()))
        .text(poll.pollStatus())
        .int8(poll.inBps())
        .int8(poll.outBps())
        .int8(poll.inErrors())
        .int8(poll.outErrors())
        .int8(poll.inDiscards())
        .int8(poll.outDiscards())
        .real(poll.utilizationInPct())
        .real(poll.utilizationOutPct())
        .text(poll.adminStatus())
        .text(poll.operStatus())
        .bool(poll.restarted())
        .text(poll.dataQuality().name())
        .int8(submissionId);
  }

  /**
   * Adds a count of sessions.
   *
   * @param popId the PoP the BRAS serves, or null
   */
  public void session(
      SubmissionOrigin origin, long submissionId, @Nullable Long popId, SessionPoll poll) {
    rows++;
    sessions
        .row(origin, popId, poll.time())
        .time(poll.time())
        .int8(origin.ispId())
        .text(poll.brasId())
        .int8(popId)
        .text(poll.pollStatus())
        .int8(poll.activeSessions())
        .int8(poll.pppoeSessions())
        .int8(poll.dhcpLeases())
        .int8(poll.ipoeSessions())
        .int8(submissionId);
  }

  /** Adds a test at a PoP. */
  public void test(SubmissionOrigin origin, long submissionId, long popId, QosTest test) {
    rows++;
    Latency latency = test.latency();
    DnsQueries queries = test.dnsQueries();
    Integer hops = test.hops();
    CopyRows row = tests.row(origin, popId, test.time());
    row.time(test.time())
        .int8(origin.ispId())
        .int8(popId)
        .int8(origin.agentId())
        .text(test.testType().name())
        .text(test.targetType())
        .text(test.targetKey())
        .text(test.testStatus())
        .real(latency.minMs())
        .real(latency.avgMs())
        .real(latency.medianMs())
        .real(latency.maxMs())
        .real(latency.p95Ms())
        .real(latency.p99Ms())
        .real(test.jitterMs())
        .int4(test.packetsSent())
        .int4(test.packetsReceived())
        .hundredths(test.downloadMbps())
        .hundredths(test.uploadMbps())
        .real(test.dnsMs())
        .reals(queries == null ? null : queries.millis())
        .real(test.httpMs())
        .real(test.httpScore());
    if (hops == null) {
      row.none();
    } else {
      row.int2(hops);
    }
    row.bool(test.pathComplete()).jsonb(test.details()).int8(submissionId);
  }

  /** Sends what waits. */
  void send() {
    makePartitions();
    boolean uncontested = submissions.send();
    targets.resolve();
    series.forEach(rowsOfTable -> rowsOfTable.send(sender, uncontested));
    sender.flush();
  }

  private void makePartitions() {
    profile().begin("make partitions");
    try {
      for (long day : submissionDays.epochDays()) {
        partitions.make("api_submissions", TouchedDays.date(day));
      }
      series.forEach(rowsOfTable -> rowsOfTable.makePartitions(partitions));
    } finally {
      profile().end();
    }
  }
}
