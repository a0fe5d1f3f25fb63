package org.fxbb.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fxbb.jobs.ingest.Registry.Agent;
import org.fxbb.jobs.ingest.Registry.Assignment;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.AgentNotice.UnknownAgentPopNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.qos.QosSubmission;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.fxbb.readers.snmp.SnmpDumpReader;
import org.fxbb.readers.snmp.SnmpSubmission;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Kind;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.fxbb.writers.profile.WorkProfile;
import org.fxbb.writers.series.DumpFiles;
import org.fxbb.writers.series.RecordText;
import org.fxbb.writers.series.SeriesStage;
import org.fxbb.writers.series.SubmissionOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Reads one dump of a registered agent into the staging of its batch.
 *
 * <p>A line that is no submission, or one that may not be taken, is one quarantined submission; a
 * record that may not be taken is quarantined alone.
 *
 * <p><b>Source</b>: spec 4.5, 4.6, 4.9 and 4.10.
 */
final class DumpReading {
  private final SubmissionChecks checks;
  private final SeriesStage stage;
  private final NoticeStage notices;
  private final Agent agent;
  private final Subject subject;
  private final SubmissionOrigin origin;
  private @Nullable String fatal;

  DumpReading(
      SubmissionChecks checks, SeriesStage stage, NoticeStage notices, Agent agent, long fileId) {
    this.checks = checks;
    this.stage = stage;
    this.notices = notices;
    this.agent = agent;
    this.subject =
        new Subject(
            fileId, null, agent.isp().id(), agent.type().equals("QOS_AGENT") ? "qos" : "snmp");
    this.origin = new SubmissionOrigin(fileId, agent.isp().id(), agent.id());
  }

  /** Reads the whole dump and adds it to the files of the batch. */
  void read(SnmpDumpReader snmp, QosDumpReader qos, InputStream delivered, DumpFiles files)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    String content = null;
    long lines = 0;
    try (DigestInputStream plain =
        new DigestInputStream(DeliveredBytes.openUnlimited(delivered), digest)) {
      DumpSummary summary =
          agent.type().equals("QOS_AGENT")
              ? qos.read(plain, new QosSink())
              : snmp.read(plain, new SnmpSink());
      lines = summary.lines();
      if (summary.complete()) {
        content = HexFormat.of().formatHex(digest.digest());
      }
    } catch (RefusedContentException e) {
      fileNotice(e.notice());
    }
    files.add(origin.fileId(), content, lines == 0 ? fatal : null, lines);
  }

  private void fileNotice(Notice notice) {
    if (notice.severity() == Severity.FATAL && fatal == null) {
      fatal = notice.code();
    }
    notices.notice(subject, notice);
  }

  private void line(RejectedLine line, List<Notice> reasons) {
    reasons.forEach(notice -> notices.notice(subject, notice));
    notices.quarantine(
        subject, line.lineNumber(), Kind.SUBMISSION, Notice.worst(reasons), line.text());
  }

  private boolean refused(SubmissionHeader header, Object submission) {
    List<Notice> wrong =
        stage.profile().measure(WorkProfile.CHECK, () -> checks.check(header, agent));
    if (wrong.isEmpty()) {
      return false;
    }
    refuse(header, submission, wrong);
    return true;
  }

  private void refuse(SubmissionHeader header, Object submission, List<Notice> wrong) {
    wrong.forEach(notice -> notices.notice(subject, notice));
    notices.quarantine(
        subject,
        header.lineNumber(),
        Kind.SUBMISSION,
        Notice.worst(wrong),
        RecordText.of(submission));
  }

  private void rejectedRecords(Subject of, long line, List<RejectedRecord> records) {
    for (RejectedRecord record : records) {
      record.notices().forEach(notice -> notices.notice(of, notice));
      notices.quarantine(of, line, Kind.RECORD, Notice.worst(record.notices()), record.text());
    }
  }

  private void refuseRecord(Subject of, long line, Object record, Notice notice) {
    notices.notice(of, notice);
    notices.quarantine(of, line, Kind.RECORD, notice.code(), RecordText.of(record));
  }

  private Notice unknownPop(long line, String pop) {
    return new UnknownAgentPopNotice(line, pop, agent.popCodes());
  }

  private final class SnmpSink implements DumpSink<SnmpSubmission> {
    private final @Nullable Long onlyPop = agent.onlyPop();

    @Override
    public void submission(SnmpSubmission submission) {
      SubmissionHeader header = submission.header();
      if (!refused(header, submission)) {
        stage.profile().begin(WorkProfile.ENCODE);
        try {
          take(header, submission);
        } finally {
          stage.profile().end();
        }
      }
    }

    private void take(SubmissionHeader header, SnmpSubmission submission) {
      int records =
          submission.polls().size() + submission.sessions().size() + submission.rejected().size();
      long id = stage.submission(origin, header, null, null, records);
      Subject of = subject.ofSubmission(id);
      submission.notices().forEach(notice -> notices.notice(of, notice));
      rejectedRecords(of, header.lineNumber(), submission.rejected());
      for (InterfacePoll poll : submission.polls()) {
        poll(of, header.lineNumber(), id, poll);
      }
      for (SessionPoll poll : submission.sessions()) {
        if (checks.isTaken(poll.time())) {
          stage.session(origin, id, onlyPop, poll);
        } else {
          refuseRecord(
              of,
              header.lineNumber(),
              poll,
              checks.outside(header.lineNumber(), "time", poll.time()));
        }
      }
    }

    private void poll(Subject of, long line, long id, InterfacePoll poll) {
      Optional<Assignment> pop = agent.findPop(poll.pop());
      if (pop.isEmpty()) {
        refuseRecord(of, line, poll, unknownPop(line, poll.pop()));
      } else if (!checks.isTaken(poll.time())) {
        refuseRecord(of, line, poll, checks.outside(line, "time", poll.time()));
      } else {
        stage.poll(origin, id, pop.get().popId(), poll);
      }
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> reasons) {
      line(line, reasons);
    }

    @Override
    public void notice(Notice notice) {
      fileNotice(notice);
    }
  }

  private final class QosSink implements DumpSink<QosSubmission> {
    @Override
    public void submission(QosSubmission submission) {
      SubmissionHeader header = submission.header();
      if (!refused(header, submission)) {
        stage.profile().begin(WorkProfile.ENCODE);
        try {
          take(header, submission);
        } finally {
          stage.profile().end();
        }
      }
    }

    private void take(SubmissionHeader header, QosSubmission submission) {
      String popText = header.pop();
      Assignment pop = popText == null ? null : agent.findPop(popText).orElse(null);
      if (pop == null) {
        refuse(
            header,
            submission,
            List.of(unknownPop(header.lineNumber(), popText == null ? "" : popText)));
        return;
      }
      int records = submission.tests().size() + submission.rejected().size();
      long id =
          stage.submission(origin, header, pop.popId(), submission.connectivityStatus(), records);
      Subject of = subject.ofSubmission(id);
      submission.notices().forEach(notice -> notices.notice(of, notice));
      rejectedRecords(of, header.lineNumber(), submission.rejected());
      for (QosTest test : submission.tests()) {
        Instant time = test.time();
        if (checks.isTaken(time)) {
          stage.test(origin, id, pop.popId(), test);
        } else {
          refuseRecord(
              of, header.lineNumber(), test, checks.outside(header.lineNumber(), "time", time));
        }
      }
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> reasons) {
      line(line, reasons);
    }

    @Override
    public void notice(Notice notice) {
      fileNotice(notice);
    }
  }
}
