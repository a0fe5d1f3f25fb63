package org.fxbb.readers.qos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.json.HeaderFields;
import org.fxbb.readers.json.JsonFields;
import org.fxbb.readers.json.JsonFields.Draft;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.json.SummaryCounts;
import org.fxbb.readers.name.OriginatorType;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/** Reads one line of a QoS agent's dump. Used once. Source: spec 4.6. */
final class QosLine {

  private static final List<String> CONNECTIVITY = List.of("FULL", "PARTIAL", "NONE");

  private final JsonFields fields;
  private final HeaderFields header = new HeaderFields();
  private final SummaryCounts summary = new SummaryCounts("submission.test_summary");
  private final Map<TestType, List<Draft<TestDraft>>> tests = new EnumMap<>(TestType.class);
  private @Nullable String connectivity;

  private QosLine(JsonFields fields) {
    this.fields = fields;
  }

  static @Nullable QosSubmission parse(JsonFields fields, long contentHash) {
    QosLine line = new QosLine(fields);
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
        case "test_summary" -> summary.read(fields);
        case "agent_detected_failures" -> readFailures();
        case "speed_test", "speed_tests" -> readTests(TestType.SPEEDTEST, name);
        case "ping_test", "ping_tests" -> readTests(TestType.ICMP, name);
        case "dns_test", "dns_tests" -> readTests(TestType.DNS, name);
        case "http_test", "http_tests" -> readTests(TestType.HTTP, name);
        case "traceroute_test", "traceroute_tests" -> readTests(TestType.TRACEROUTE, name);
        default -> {
          if (!header.take(name, fields)) {
            fields.skip();
          }
        }
      }
    }
  }

  private void readTests(TestType type, String name) {
    tests
        .computeIfAbsent(type, t -> new ArrayList<>())
        .addAll(fields.records(name, TestDraft::new, TestDraft::take));
  }

  private void readFailures() {
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      if (name.equals("connectivity_status")) {
        connectivity = fields.oneOf(CONNECTIVITY);
      } else {
        fields.skip();
      }
    }
  }

  private @Nullable QosSubmission build(long contentHash) {
    SubmissionHeader said = header.build(OriginatorType.QOS_AGENT, true, fields, contentHash);
    List<Notice> notices = fields.takeNotices();
    if (said == null || JsonFields.isBad(notices)) {
      notices.forEach(fields::add);
      return null;
    }
    TestChecks checks = new TestChecks(said);
    List<QosTest> good = new ArrayList<>();
    List<RejectedRecord> rejected = new ArrayList<>();
    for (Map.Entry<TestType, List<Draft<TestDraft>>> entry : tests.entrySet()) {
      for (Draft<TestDraft> record : entry.getValue()) {
        QosTest test = checks.check(entry.getKey(), record);
        if (JsonFields.isBad(record.notices())) {
          rejected.add(fields.reject(record));
        } else {
          good.add(test);
          notices.addAll(record.notices());
        }
      }
    }
    compareCounts(said, good.size() + rejected.size(), notices);
    return new QosSubmission(said, connectivity, good, rejected, notices);
  }

  private void compareCounts(SubmissionHeader said, int total, List<Notice> notices) {
    summary.compare("speed", count(TestType.SPEEDTEST), said, notices);
    summary.compare("ping", count(TestType.ICMP), said, notices);
    summary.compare("dns", count(TestType.DNS), said, notices);
    summary.compare("http", count(TestType.HTTP), said, notices);
    summary.compare("traceroute", count(TestType.TRACEROUTE), said, notices);
    summary.compare("total", total, said, notices);
  }

  private int count(TestType type) {
    return tests.getOrDefault(type, List.of()).size();
  }
}
