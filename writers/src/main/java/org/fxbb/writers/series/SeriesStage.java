package org.fxbb.writers.series;

import java.time.Instant;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.qos.DnsQueries;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.qos.QosTest.Latency;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.jspecify.annotations.Nullable;

/**
 * Stages the submissions of a batch of dumps with their polls, session counts and tests.
 *
 * <p>This is the hot path of ingest: values go straight from the records into binary COPY buffers.
 *
 * <p><b>Lifecycle</b>: {@link #submission}, then its records; then {@link SeriesMerge}. Not
 * thread-safe. Memory is bounded by the COPY buffers.
 *
 * <p><b>Source</b>: spec 4.5 and 4.6.
 */
public final class SeriesStage {
  final SubmissionStage submissions;
  final TargetStage targets;
  final TouchedDays submissionDays = new TouchedDays();
  final TouchedDays interfaceDays = new TouchedDays();
  final TouchedDays sessionDays = new TouchedDays();
  final TouchedDays qosDays = new TouchedDays();
  final CopyTable interfaces;
  final CopyTable sessions;
  final CopyTable tests;

  /** Stages for a load that was begun with {@link SeriesMerge#LAYOUTS}. */
  public SeriesStage(Load load) {
    submissions = new SubmissionStage(load, submissionDays);
    targets = new TargetStage(load);
    interfaces = load.copy("interface_metrics", SeriesColumns.INTERFACES);
    sessions = load.copy("subscriber_counts", SeriesColumns.SESSIONS);
    tests = load.copy("qos_measurements", SeriesColumns.QOS);
  }

  /** Polls, session counts and tests staged so far. */
  public long rows() {
    return interfaces.rows() + sessions.rows() + tests.rows();
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
    return submissions.add(origin, header, popId, connectivity, records);
  }

  /** Adds a poll of an interface at a PoP. */
  public void poll(SubmissionOrigin origin, long submissionId, long popId, InterfacePoll poll) {
    Instant time = poll.time();
    interfaceDays.add(time);
    interfaces
        .row()
        .int4((int) interfaces.rows())
        .int4(targets.ordinal(origin.ispId(), popId, poll))
        .time(time)
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
    sessionDays.add(poll.time());
    sessions
        .row()
        .int4((int) sessions.rows())
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
    qosDays.add(test.time());
    Latency latency = test.latency();
    DnsQueries queries = test.dnsQueries();
    Integer hops = test.hops();
    tests
        .row()
        .int4((int) tests.rows())
        .time(test.time())
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
      tests.none();
    } else {
      tests.int2(hops);
    }
    tests.bool(test.pathComplete()).jsonb(test.details()).int8(submissionId);
  }

  /** Makes sure that every staged row has a partition to go to. */
  public void makePartitions(Partitions partitions) {
    make(partitions, "api_submissions", submissionDays);
    make(partitions, SeriesTable.INTERFACES.table(), interfaceDays);
    make(partitions, SeriesTable.SESSIONS.table(), sessionDays);
    make(partitions, SeriesTable.QOS.table(), qosDays);
  }

  private static void make(Partitions partitions, String table, TouchedDays days) {
    for (long day : days.epochDays()) {
      partitions.make(table, TouchedDays.date(day));
    }
  }

  void flush() {
    submissions.flush();
    targets.flush();
    interfaces.flush();
    sessions.flush();
    tests.flush();
  }
}
