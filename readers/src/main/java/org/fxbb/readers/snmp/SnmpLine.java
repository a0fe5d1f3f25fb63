package org.fxbb.readers.snmp;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.json.HeaderFields;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.json.JsonFields.Draft;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.json.SummaryCounts;
import org.fxbb.readers.name.OriginatorType;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/** Reads one line of an SNMP agent's dump. Used once. Source: spec 4.5. */
final class SnmpLine {

  private static final long DEFAULT_POLL_SECONDS = 300;
  private static final long LONGEST_POLL_SECONDS = 86_400;

  private final JsonFields fields;
  private final HeaderFields header = new HeaderFields();
  private final SummaryCounts summary = new SummaryCounts("submission.summary");
  private final List<Draft<InterfaceDraft>> interfaces = new ArrayList<>();
  private final List<Draft<SessionDraft>> sessions = new ArrayList<>();
  private @Nullable Long pollSeconds;

  private SnmpLine(JsonFields fields) {
    this.fields = fields;
  }

  static @Nullable SnmpSubmission parse(JsonFields fields, long contentHash) {
    SnmpLine line = new SnmpLine(fields);
    line.readObject();
    return line.build(contentHash);
  }

  private void readObject() {
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "submission" -> {
          if (fields.beginsObject()) {
            readObject();
          }
        }
        case "summary" -> summary.read(fields);
        case "poll_interval_sec" -> pollSeconds = fields.whole(1, LONGEST_POLL_SECONDS);
        case "interface_metrics" ->
            interfaces.addAll(fields.records(name, InterfaceDraft::new, InterfaceDraft::take));
        case "subscriber_counts" ->
            sessions.addAll(fields.records(name, SessionDraft::new, SessionDraft::take));
        default -> {
          if (!header.take(name, fields)) {
            fields.skip();
          }
        }
      }
    }
  }

  private @Nullable SnmpSubmission build(long contentHash) {
    SubmissionHeader said = header.build(OriginatorType.SNMP_AGENT, false, fields, contentHash);
    List<Notice> notices = fields.takeNotices();
    if (said == null || JsonFields.isBad(notices)) {
      notices.forEach(fields::add);
      return null;
    }
    InterfaceChecks checks =
        new InterfaceChecks(said, pollSeconds == null ? DEFAULT_POLL_SECONDS : pollSeconds);
    List<RejectedRecord> rejected = new ArrayList<>();
    List<InterfacePoll> polls = new ArrayList<>(interfaces.size());
    for (Draft<InterfaceDraft> record : interfaces) {
      keep(checks.check(record), record, polls, rejected, notices);
    }
    List<SessionPoll> counts = new ArrayList<>(sessions.size());
    for (Draft<SessionDraft> record : sessions) {
      keep(SessionDraft.check(record, said), record, counts, rejected, notices);
    }
    summary.compare("interface_records", interfaces.size(), said, notices);
    summary.compare("subscriber_records", sessions.size(), said, notices);
    summary.compare("total_records", interfaces.size() + sessions.size(), said, notices);
    return new SnmpSubmission(said, polls, counts, rejected, notices);
  }

  private <T> void keep(
      @Nullable T value,
      Draft<?> record,
      List<T> good,
      List<RejectedRecord> bad,
      List<Notice> notices) {
    if (value == null || JsonFields.isBad(record.notices())) {
      bad.add(fields.reject(record));
    } else {
      good.add(value);
      notices.addAll(record.notices());
    }
  }
}
