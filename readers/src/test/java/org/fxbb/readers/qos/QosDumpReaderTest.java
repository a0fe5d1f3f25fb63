package org.fxbb.readers.qos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps of QoS agents (spec 4.6), sound and hostile. */
class QosDumpReaderTest {

  private static final String HEAD =
      """
      {"submission":{"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
      "originator_type":"QOS_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
      "agent_version":"3.1.0","isp_id":"isp-0142","pop_id":"pop-1",\
      "submission_time":"2026-01-31T12:15:30Z","reporting_period_start":"2026-01-31T12:00:00Z",\
      "reporting_period_end":"2026-01-31T12:15:00Z"}""";
  private static final String PING =
      """
      {"time":"2026-01-31T12:01:00Z","target":{"type":"NATIONAL","host":"192.0.2.11"},\
      "latency":{"rtt_min_ms":9,"rtt_avg_ms":11,"rtt_median_ms":10.5,"rtt_max_ms":20,\
      "rtt_p95_ms":15,"rtt_p99_ms":18,"jitter_ms":1.5},\
      "packet_loss":{"packets_sent":20,"packets_received":19,"loss_pct":5}}""";

  @Test
  void everyTestOfASubmissionBecomesOneRecord() {
    Collected out =
        read(
            HEAD
                + """
                ,"agent_status":{"status":"ACTIVE","cpu_pct":12.5,"memory_pct":40},\
                "agent_detected_failures":{"connectivity_status":"FULL","failures":[{"x":[1,2]}]},\
                "speed_test":{"test_uuid":"free text","time":"2026-01-31T18:00:10+06:00",\
                "test_status":"SUCCESS","target":{"host":"s1","type":"NATIONAL"},\
                "download":{"speed_mbps":19.5,"bytes_transferred":1},"upload":{"speed_mbps":18},\
                "latency_to_server_ms":7.25},"ping_tests":["""
                + PING
                + """
                ],"dns_test":{"time":"2026-01-31T12:02:00Z","queries":[\
                {"domain":"a","resolution_time_ms":20,"success":true},\
                {"domain":"b","resolution_time_ms":null,"success":false},\
                {"domain":"c","resolution_time_ms":40.5,"success":true}],"summary":{"avg_ms":1}},\
                "http_test":{"time":"2026-01-31T12:03:00Z","targets":[\
                {"url":"u","weight":60,"reachable":true,"timing":{"total_ms":100}},\
                {"url":"v","weight":30,"reachable":true,"timing":{"total_ms":400}},\
                {"url":"w","weight":10,"reachable":false,"timing":null}]},\
                "traceroute_tests":[{"time":"2026-01-31T12:04:00Z","target":"192.0.2.13",\
                "hops":[{"hop":1},{"hop":2}],"summary":{"total_rtt_ms":30,"path_complete":true}}]}""");
    QosSubmission s = out.submissions.get(0);
    assertThat(s.notices()).isEmpty();
    assertThat(s.rejected()).isEmpty();
    assertThat(s.connectivityStatus()).isEqualTo("FULL");
    assertThat(s.header().isp()).isEqualTo("isp-0142");
    assertThat(s.header().agentStatus())
        .isEqualTo(new SubmissionHeader.AgentStatus("ACTIVE", 12.5, Double.NaN));
    assertThat(s.tests()).extracting(QosTest::testType).containsExactly(TestType.values());
    QosTest speed = s.tests().get(0);
    assertThat(speed.time()).isEqualTo(Instant.parse("2026-01-31T12:00:10Z"));
    assertThat(speed.downloadMbps()).isEqualTo(19.5);
    assertThat(speed.latency().avgMs()).isEqualTo(7.25);
    QosTest ping = s.tests().get(1);
    assertThat(ping.targetType()).isEqualTo("NATIONAL");
    assertThat(ping.targetKey()).isEqualTo("192.0.2.11");
    assertThat(ping.latency()).isEqualTo(new QosTest.Latency(9, 11, 10.5, 20, 15, 18));
    assertThat(ping.packetsReceived()).isEqualTo(19);
    assertThat(ping.testStatus()).isEqualTo("SUCCESS");
    QosTest dns = s.tests().get(2);
    assertThat(dns.dnsMs()).isEqualTo(30.25);
    assertThat(dns.dnsQueries())
        .isEqualTo(new DnsQueries(new float[] {20, Float.POSITIVE_INFINITY, 40.5f}));
    assertThat(dns.testStatus()).isEqualTo("PARTIAL");
    assertThat(dns.latency()).isEqualTo(QosTest.Latency.NONE);
    QosTest http = s.tests().get(3);
    assertThat(http.httpScore()).isEqualTo(90);
    assertThat(http.httpMs()).isEqualTo(200, within(1e-9));
    QosTest trace = s.tests().get(4);
    assertThat(trace.hops()).isEqualTo(2);
    assertThat(trace.pathComplete()).isTrue();
    assertThat(trace.targetKey()).isEqualTo("192.0.2.13");
  }

  @Test
  void theSecondPublishedShapeGivesTheSameTest() {
    QosTest first = read(HEAD + ",\"ping_tests\":[" + PING + "]}").test();
    QosTest second =
        read(HEAD
                + """
                    ,"ping_tests":[{"test_id":7,"time":"2026-01-31T12:01:00Z",\
                    "target":{"type":"NATIONAL","host":"192.0.2.11"},"results":{"rtt_min_ms":9,\
                    "rtt_avg_ms":11,"rtt_median_ms":10.5,"rtt_max_ms":20,"rtt_p95_ms":15,\
                    "rtt_p99_ms":18,"jitter_ms":1.5,"packets_sent":20,"packet_loss_pct":5}}]}""")
            .test();
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"5,0", "5.09,0", "4.91,0", "5.2,1", "0,1"})
  void aStatedLossIsComparedWithThePackets(String stated, int notices) {
    Collected out =
        read(
            HEAD
                + ",\"ping_tests\":["
                + PING.replace("\"loss_pct\":5", "\"loss_pct\":" + stated)
                + "]}");
    assertThat(out.codes()).hasSize(notices).allMatch("loss_recomputed_differs"::equals);
    assertThat(out.test().packetsReceived()).isEqualTo(19);
  }

  @Test
  void weightsThatDoNotSumAreScaledAndTold() {
    Collected out =
        read(
            HEAD
                + ",\"http_test\":{\"targets\":[{\"weight\":40,\"reachable\":true},{\"weight\":40,\"reachable\":false}]}}");
    assertThat(out.codes()).containsExactly("weights_do_not_sum");
    assertThat(out.test().httpScore()).isEqualTo(50);
    assertThat(out.test().time()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T11:59:59Z,1",
    "2026-01-31T12:00:00Z,0",
    "2026-01-31T12:15:00Z,0",
    "2026-01-31T12:15:01Z,1"
  })
  void timesOutsideThePeriodAreTold(String time, int notices) {
    Collected out =
        read(HEAD + ",\"ping_tests\":[" + PING.replace("2026-01-31T12:01:00Z", time) + "]}");
    assertThat(out.codes()).hasSize(notices).allMatch("time_outside_period"::equals);
    assertThat(out.test().time()).isEqualTo(time);
  }

  @Test
  void summaryCountsAreComparedWithWhatCame() {
    String head =
        HEAD.replace("\"isp_id\"", "\"test_summary\":{\"ping\":3,\"total\":1},\"isp_id\"");
    Collected out = read(head + ",\"ping_tests\":[" + PING + "]}");
    assertThat(out.codes()).containsExactly("summary_count_mismatch");
    assertThat(out.submissions.get(0).notices().get(0).columnName())
        .isEqualTo("submission.test_summary.ping");
  }

  @Test
  void aBadTestIsRejectedAloneWithItsText() {
    String bad =
        PING.replace("\"rtt_min_ms\":9", "\"rtt_min_ms\":\"fast\"")
            .replace("\"packets_sent\":20", "\"packets_sent\":-1");
    Collected out = read(HEAD + ",\"ping_tests\":[" + PING + ", " + bad + " ,7]}");
    QosSubmission s = out.submissions.get(0);
    assertThat(s.tests()).hasSize(1);
    assertThat(s.rejected()).hasSize(2);
    assertThat(s.rejected().get(0).path()).isEqualTo("ping_tests[1]");
    assertThat(s.rejected().get(0).text()).isEqualTo(bad);
    assertThat(s.rejected().get(0).notices())
        .extracting(Notice::columnName)
        .containsExactly(
            "ping_tests[1].latency.rtt_min_ms", "ping_tests[1].packet_loss.packets_sent");
    assertThat(s.rejected().get(1).text()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "submission_uuid,missing_field",
    "agent_uuid,missing_field",
    "isp_id,missing_field",
    "pop_id,missing_field",
    "submission_time,missing_field",
    "reporting_period_end,missing_field",
    "originator_type,missing_field"
  })
  void aSubmissionWithoutWhatItNeedsIsQuarantined(String field, String code) {
    Collected out = read(HEAD.replace("\"" + field + "\"", "\"not_" + field + "\"") + "}");
    assertThat(out.submissions).isEmpty();
    assertThat(out.rejectedCodes).containsExactly(code);
  }

  @Test
  void aSubmissionOfAnotherOriginatorOrWithAReversedPeriodIsQuarantined() {
    assertThat(read(HEAD.replace("QOS_AGENT", "SNMP_AGENT") + "}").rejectedCodes)
        .containsExactly("originator_mismatch");
    assertThat(read(HEAD.replace("12:15:00Z", "12:00:00Z") + "}").rejectedCodes)
        .containsExactly("invalid_field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "7",
        "[1]",
        "null",
        "\"a\"",
        "{",
        "{\"a\":",
        "{\"a\":1}}",
        "{} {}",
        "{\"a\":tru}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":1e}",
        "{'a':1}",
        "\u0000\u0000",
        "{\"submission\":{}"
      })
  void aBrokenLineIsOneRejectedLineAndNothingElse(String line) {
    String good = HEAD + "}";
    Collected out = read(good + "\n" + line + "\n\n" + good);
    assertThat(out.summary).isEqualTo(new DumpSummary(3, 2, 1, true));
    assertThat(out.rejectedCodes).containsExactly("broken_line");
    assertThat(out.rejected.get(0).lineNumber()).isEqualTo(2);
    assertThat(out.rejected.get(0).text()).isEqualTo(line.replace('\0', '\uFFFD'));
  }

  @Test
  void deepNestingIsABrokenLine() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(read(deep).rejectedCodes).containsExactly("broken_line");
  }

  @Test
  void numbersBeyondAllBoundsAreInvalidNotBroken() {
    for (String number : new String[] {"1e999", "-1e999", "9".repeat(400), "-0.5", "1e-999", "0"}) {
      Collected out =
          read(
              HEAD
                  + ",\"ping_tests\":["
                  + PING.replace(":20,\"packets_received\":19", ":" + number)
                  + "]}");
      assertThat(out.rejectedCodes).as(number).isEmpty();
    }
  }

  @Test
  void linesAreCutAtTheirLimitAndTheNextIsRead() {
    String good = HEAD + "}";
    Limits limits = Limits.DEFAULT.withLineBytes(good.length());
    assertThat(read(limits, good + "\n" + good).summary.submissions()).isEqualTo(2);
    String longLine = good.replace("3.1.0", "3.1.01");
    Collected out = read(limits, longLine + "\n" + good + "\n" + "x".repeat(300_000) + "\n" + good);
    assertThat(out.rejectedCodes).containsExactly("line_too_long", "line_too_long");
    assertThat(out.summary).isEqualTo(new DumpSummary(4, 2, 2, true));
    assertThat(out.rejected.get(1).bytes()).isEqualTo(300_000);
  }

  @Test
  void aTruncatedArchiveKeepsWhatWasRead() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(HEAD.replace("isp-0142", "isp-" + (i * 7919))).append("}\n");
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] all = zipped.toByteArray();
    assertThat(read(Limits.DEFAULT, all).summary).isEqualTo(new DumpSummary(2_000, 2_000, 0, true));
    Collected half = read(Limits.DEFAULT, Arrays.copyOf(all, all.length / 2));
    assertThat(half.fileCodes).containsExactly("corrupt_archive");
    assertThat(half.summary.complete()).isFalse();
    assertThat(half.summary.submissions()).isBetween(500L, 1_500L);
    assertThat(half.summary.rejectedLines()).isLessThanOrEqualTo(1);
    assertThat(read(Limits.DEFAULT, Arrays.copyOf(all, 5)).fileCodes)
        .containsExactly("corrupt_archive");
  }

  @Test
  void anEmptyDumpIsTold() {
    assertThat(read(" \n\n").fileCodes).containsExactly("empty_file");
  }

  @Test
  void theHashTellsContentsApartAndIsStable() {
    long one = read(HEAD + "}").submissions.get(0).header().contentHash();
    assertThat(read("  " + HEAD + "}\r\n").submissions.get(0).header().contentHash())
        .isEqualTo(one);
    assertThat(read(HEAD + " }").submissions.get(0).header().contentHash()).isNotEqualTo(one);
  }

  private static Collected read(String text) {
    return read(Limits.DEFAULT, text);
  }

  private static Collected read(Limits limits, String text) {
    return read(limits, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected read(Limits limits, byte[] bytes) {
    Collected out = new Collected();
    try {
      out.summary = new QosDumpReader(limits).read(new ByteArrayInputStream(bytes), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static final class Collected implements DumpSink<QosSubmission> {
    final List<QosSubmission> submissions = new ArrayList<>();
    final List<RejectedLine> rejected = new ArrayList<>();
    final List<String> rejectedCodes = new ArrayList<>();
    final List<String> fileCodes = new ArrayList<>();
    DumpSummary summary = new DumpSummary(0, 0, 0, false);

    @Override
    public void submission(QosSubmission submission) {
      submissions.add(submission);
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> notices) {
      rejected.add(line);
      notices.forEach(n -> rejectedCodes.add(n.code()));
    }

    @Override
    public void notice(Notice notice) {
      fileCodes.add(notice.code());
    }

    QosTest test() {
      return submissions.get(0).tests().get(0);
    }

    List<String> codes() {
      return submissions.get(0).notices().stream().map(Notice::code).toList();
    }
  }
}
