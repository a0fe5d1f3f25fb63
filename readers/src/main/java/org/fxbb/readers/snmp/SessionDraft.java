package org.fxbb.readers.snmp;

import java.time.Instant;
import java.util.List;
import org.fxbb.readers.json.HeaderFields;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.json.JsonFields.Draft;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.AgentNotice.MissingFieldNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/** The fields of an element of {@code subscriber_counts}. Source: spec 4.5. */
final class SessionDraft {

  private static final long MOST = 1_000_000_000;

  private @Nullable Instant time;
  private @Nullable String brasId;
  private @Nullable String brasName;
  private @Nullable String region;
  private @Nullable String pollStatus;
  private @Nullable Long active;
  private @Nullable Long pppoe;
  private @Nullable Long dhcp;
  private @Nullable Long ipoe;

  void take(String field, JsonFields fields) {
    switch (field) {
      case "time" -> time = fields.time();
      case "bras_id" -> brasId = fields.text();
      case "bras_name" -> brasName = fields.text();
      case "region" -> region = fields.text();
      case "poll_status" -> pollStatus = fields.oneOf(InterfaceDraft.POLL_STATUSES);
      case "metrics" -> takeMetrics(fields);
      default -> fields.skip();
    }
  }

  private void takeMetrics(JsonFields fields) {
    if (!fields.beginsObject()) {
      return;
    }
    for (String field = fields.nextField(); field != null; field = fields.nextField()) {
      switch (field) {
        case "active_sessions" -> active = fields.whole(0, MOST);
        case "pppoe_sessions" -> pppoe = fields.whole(0, MOST);
        case "dhcp_leases" -> dhcp = fields.whole(0, MOST);
        case "ipoe_sessions" -> ipoe = fields.whole(0, MOST);
        default -> fields.skip();
      }
    }
  }

  /** The poll; null where something it needs is missing, which is then told. */
  static @Nullable SessionPoll check(Draft<SessionDraft> record, SubmissionHeader header) {
    SessionDraft d = record.draft();
    boolean success = "SUCCESS".equals(d.pollStatus);
    need(d.time, record, ".time", header);
    need(d.brasId, record, ".bras_id", header);
    need(d.pollStatus, record, ".poll_status", header);
    if (success) {
      need(d.active, record, ".metrics.active_sessions", header);
    }
    if (d.time == null || d.brasId == null || d.pollStatus == null) {
      return null;
    }
    HeaderFields.checkTime(header, d.time, record.path() + ".time", record.notices());
    return success
        ? new SessionPoll(
            d.time, d.brasId, d.brasName, d.region, d.pollStatus, d.active, d.pppoe, d.dhcp, d.ipoe)
        : new SessionPoll(
            d.time, d.brasId, d.brasName, d.region, d.pollStatus, null, null, null, null);
  }

  private static void need(
      @Nullable Object value, Draft<?> record, String field, SubmissionHeader header) {
    if (value == null) {
      List<Notice> notices = record.notices();
      notices.add(new MissingFieldNotice(header.lineNumber(), record.path() + field));
    }
  }
}
