package org.fxbb.jobs.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fxbb.jobs.ingest.Registry.Agent;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.jobs.run.NameUuid;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.history.HistoryPart;
import org.fxbb.readers.history.HistorySink;
import org.fxbb.readers.notice.AgentNotice.AgentIspMismatchNotice;
import org.fxbb.readers.notice.AgentNotice.UnknownAgentNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.RowNotice.UnknownIspCodeNotice;
import org.fxbb.readers.notice.RowNotice.UnregisteredPopNotice;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.fxbb.writers.feed.CsvRecordText;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.notice.NoticeStage.Kind;
import org.fxbb.writers.notice.NoticeStage.Subject;
import org.fxbb.writers.series.SeriesStage;
import org.fxbb.writers.series.SubmissionOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one part of a history file: looks up what they name, holds their time against
 * the window, and puts them where their table's rows go. A row that may not be taken is quarantined
 * alone.
 *
 * <p><b>Source</b>: spec 4.7 and 4.9.
 */
final class HistoryReading implements HistorySink {
  private static final int KEPT = 100;

  private final ReceivedFile file;
  private final Subject subject;
  private final Instant stamp;
  private final HistoryPart part;
  private final HistoryRegister register;
  private final SubmissionChecks checks;
  private final SeriesStage stage;
  private final NoticeStage notices;
  private final Map<String, Sender> senders = new HashMap<>();
  private final List<Notice> first = new ArrayList<>();
  private long bad;

  HistoryReading(
      ReceivedFile file,
      Instant stamp,
      Subject subject,
      HistoryPart part,
      HistoryRegister register,
      SubmissionChecks checks,
      SeriesStage stage,
      NoticeStage notices) {
    this.file = file;
    this.stamp = stamp;
    this.subject = subject;
    this.part = part;
    this.register = register;
    this.checks = checks;
    this.stage = stage;
    this.notices = notices;
  }

  /** An ISP as rows of this part name it, with the PoPs and agents that they named so far. */
  private static final class Sender {
    final Isp isp;
    final SubmissionOrigin origin;
    final Map<String, Long> pops = new HashMap<>();
    final Map<UUID, SubmissionOrigin> agents = new HashMap<>();

    Sender(Isp isp, long fileId) {
      this.isp = isp;
      this.origin = new SubmissionOrigin(fileId, isp.id(), null);
    }
  }

  @Override
  public @Nullable Notice poll(long row, String ispCode, InterfacePoll poll) {
    Sender sender = sender(ispCode);
    if (sender == null) {
      return new UnknownIspCodeNotice(row, "isp_code", ispCode);
    }
    Long pop = pop(sender, poll.pop());
    if (pop == null) {
      return unknownPop(row, sender, poll.pop());
    }
    if (!checks.isTaken(poll.time())) {
      return checks.outside(row, "time", poll.time());
    }
    stage.poll(sender.origin, submission(sender, poll.time()), pop, poll);
    return null;
  }

  @Override
  public @Nullable Notice session(
      long row, String ispCode, @Nullable String popCode, SessionPoll poll) {
    Sender sender = sender(ispCode);
    if (sender == null) {
      return new UnknownIspCodeNotice(row, "isp_code", ispCode);
    }
    Long pop = popCode == null ? null : pop(sender, popCode);
    if (popCode != null && pop == null) {
      return unknownPop(row, sender, popCode);
    }
    if (!checks.isTaken(poll.time())) {
      return checks.outside(row, "time", poll.time());
    }
    stage.session(sender.origin, submission(sender, poll.time()), pop, poll);
    return null;
  }

  @Override
  public @Nullable Notice test(
      long row, String ispCode, String popCode, UUID agentUuid, QosTest test) {
    Sender sender = sender(ispCode);
    if (sender == null) {
      return new UnknownIspCodeNotice(row, "isp_code", ispCode);
    }
    Long pop = pop(sender, popCode);
    if (pop == null) {
      return unknownPop(row, sender, popCode);
    }
    SubmissionOrigin origin = sender.agents.get(agentUuid);
    if (origin == null) {
      Agent agent = register.findAgent(agentUuid).orElse(null);
      if (agent == null) {
        return new UnknownAgentNotice(row, agentUuid.toString());
      }
      if (agent.isp().id() != sender.isp.id()) {
        return new AgentIspMismatchNotice(row, ispCode, agent.isp().code());
      }
      origin = new SubmissionOrigin(file.id(), sender.isp.id(), agent.id());
      sender.agents.put(agentUuid, origin);
    }
    if (!checks.isTaken(test.time())) {
      return checks.outside(row, "time", test.time());
    }
    stage.test(origin, submission(sender, test.time()), pop, test);
    return null;
  }

  @Override
  public void rejected(RejectedRow row, List<Notice> reasons) {
    bad++;
    reasons.forEach(this::notice);
    notices.quarantine(
        subject, row.rowNumber(), Kind.ROW, Notice.worst(reasons), CsvRecordText.join(row.cells()));
  }

  @Override
  public void notice(Notice notice) {
    if (first.size() < KEPT) {
      first.add(notice);
    }
    notices.notice(subject, notice);
  }

  /** How many rows were not taken. */
  long bad() {
    return bad;
  }

  /** The first notices, for the answer to a file that is refused for having too many. */
  List<Notice> first() {
    return first;
  }

  private @Nullable Sender sender(String ispCode) {
    Sender sender = senders.get(ispCode);
    if (sender == null) {
      sender = register.findIsp(ispCode).map(isp -> new Sender(isp, file.id())).orElse(null);
      if (sender != null) {
        senders.put(ispCode, sender);
      }
    }
    return sender;
  }

  private @Nullable Long pop(Sender sender, String code) {
    Long pop = sender.pops.get(code);
    if (pop == null) {
      pop = register.findPop(sender.isp.id(), code).orElse(null);
      if (pop != null) {
        sender.pops.put(code, pop);
      }
    }
    return pop;
  }

  private static Notice unknownPop(long row, Sender sender, String code) {
    return new UnregisteredPopNotice(row, "pop_code", code, "a PoP of " + sender.isp.code());
  }

  private long submission(Sender sender, Instant time) {
    return stage.history(
        sender.origin,
        time,
        stamp,
        part.firstRow(),
        (ispId, day) ->
            NameUuid.of(
                "history/%s/%d/%s/%s"
                    .formatted(file.sha256(), part.number(), sender.isp.code(), day)));
  }
}
