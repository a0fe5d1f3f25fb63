package org.fxbb.readers.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps of SNMP agents (spec 4.5). */
class SnmpDumpReaderTest {

  private static final String HEAD =
      """
      {"submission":{"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
      "originator_type":"SNMP_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
      "isp_id":17,"submission_time":"2026-01-31T12:15:30Z",\
      "reporting_period_start":"2026-01-31T12:00:00Z",\
      "reporting_period_end":"2026-01-31T12:15:00Z","poll_interval_sec":300,"polls_in_batch":3,\
      "summary":{"interface_records":%d,"subscriber_records":%d,"total_records":%d}}""";
  private static final String POLL =
      """
      {"time":"2026-01-31T12:01:00Z","poll_sequence":1,"pop_id":"pop-1","interface_type":"BDIX",\
      "upstream_operator":"iig-01","snmp_target":{"target_id":"gw-1","target_ip":"192.0.2.1",\
      "if_index":3,"if_name":"xe-0/0/3","if_speed_mbps":100},"poll_status":"SUCCESS","error":null,\
      "metrics":{"admin_status":"up","oper_status":"2","in_bps":50000000,"out_bps":7,"in_errors":1,\
      "out_errors":2,"in_discards":3,"out_discards":4,"utilization_in_pct":50.0,\
      "utilization_out_pct":0.1}%s}""";

  @Test
  void aPollIsReadWhole() {
    SnmpSubmission s =
        read(head(1, 0) + ",\"interface_metrics\":[" + POLL.formatted("") + "]}").get(0);
    assertThat(s.notices()).isEmpty();
    assertThat(s.header().isp()).isEqualTo("17");
    InterfacePoll poll = s.polls().get(0);
    assertThat(poll.interfaceType()).isEqualTo("IX");
    assertThat(poll.target().key()).isEqualTo("gw-1#3");
    assertThat(poll.inBps()).isEqualTo(50_000_000);
    assertThat(poll.errors()).isEqualTo(3);
    assertThat(poll.discards()).isEqualTo(7);
    assertThat(poll.adminStatus()).isEqualTo("UP");
    assertThat(poll.operStatus()).isEqualTo("DOWN");
    assertThat(poll.dataQuality()).isEqualTo(DataQuality.RELIABLE);
  }

  @Test
  void countersWinOverTheSubmittedRate() {
    SnmpSubmission s = read(with(counter(1_000_000, 62_500, 86_400))).get(0);
    assertThat(s.notices()).isEmpty();
    InterfacePoll poll = s.polls().get(0);
    assertThat(poll.inBps()).isEqualTo(25_000);
    assertThat(poll.utilizationInPct()).isEqualTo(0.025);
    assertThat(poll.outBps()).isEqualTo(7);
  }

  @Test
  void theIntervalComesFromThePollBeforeInTheSubmission() {
    String first = POLL.formatted(counter(1_000_000, 0, 86_400));
    String second =
        POLL.formatted(counter(1_150_000, 1_000_000, 86_520)).replace("12:01:00", "12:03:00");
    SnmpSubmission s =
        read(head(2, 0) + ",\"interface_metrics\":[" + first + "," + second + "]}").get(0);
    assertThat(s.polls().get(1).inBps()).isEqualTo(10_000);
  }

  @Test
  void aRestartIsAResetWithoutARate() {
    SnmpSubmission s = read(with(counter(500, 9_000_000, 120))).get(0);
    assertThat(codes(s)).containsExactly("counter_reset");
    InterfacePoll poll = s.polls().get(0);
    assertThat(poll.restarted()).isTrue();
    assertThat(poll.inBps()).isNull();
    assertThat(poll.utilizationOutPct()).isNaN();
    assertThat(poll.dataQuality()).isEqualTo(DataQuality.RESET);
  }

  @ParameterizedTest
  @CsvSource({"100000000,0", "110000000,0", "110000001,1"})
  void aRateWellAboveTheSpeedIsUnreliable(long bps, int notices) {
    String poll = POLL.formatted("").replace("\"in_bps\":50000000", "\"in_bps\":" + bps);
    SnmpSubmission s = read(head(1, 0) + ",\"interface_metrics\":[" + poll + "]}").get(0);
    assertThat(codes(s)).hasSize(notices).allMatch("rate_exceeds_interface_speed"::equals);
    assertThat(s.polls().get(0).dataQuality())
        .isEqualTo(notices == 0 ? DataQuality.RELIABLE : DataQuality.UNRELIABLE);
    assertThat(s.polls().get(0).inBps()).isEqualTo(bps);
  }

  @Test
  void aFailedPollIsARecordWithoutFigures() {
    String poll = POLL.formatted("").replace("\"SUCCESS\"", "\"TIMEOUT\"");
    InterfacePoll read =
        read(head(1, 0) + ",\"interface_metrics\":[" + poll + "]}").get(0).polls().get(0);
    assertThat(read.dataQuality()).isEqualTo(DataQuality.NO_DATA);
    assertThat(read.inBps()).isNull();
    assertThat(read.pollStatus()).isEqualTo("TIMEOUT");
  }

  @Test
  void badPollsAreRejectedAlone() {
    String good = POLL.formatted("");
    String noTarget = good.replace("\"target_id\":\"gw-1\",\"target_ip\":\"192.0.2.1\",", "");
    String badType = good.replace("BDIX", "SATELLITE");
    String noMetrics = good.replaceFirst("\"metrics\":\\{[^}]*}", "\"metrics\":null");
    SnmpSubmission s =
        read(head(4, 0)
                + ",\"interface_metrics\":["
                + String.join(",", good, noTarget, badType, noMetrics)
                + "]}")
            .get(0);
    assertThat(s.polls()).hasSize(1);
    assertThat(s.rejected())
        .extracting(r -> r.notices().get(0).columnName())
        .containsExactly(
            "interface_metrics[1].snmp_target.target_id",
            "interface_metrics[2].interface_type",
            "interface_metrics[3].metrics");
    assertThat(s.rejected().get(1).text()).isEqualTo(badType);
  }

  @Test
  void sessionsAreReadAndCountsCompared() {
    String session =
        """
        {"time":"2026-01-31T12:11:00Z","bras_id":"b1","bras_name":"BRAS ঢাকা","region":"Dhaka",\
        "poll_status":"SUCCESS","metrics":{"active_sessions":100,"pppoe_sessions":96,\
        "dhcp_leases":4,"ipoe_sessions":0}}""";
    SnmpSubmission s = read(head(0, 2) + ",\"subscriber_counts\":[" + session + "]}").get(0);
    assertThat(codes(s)).containsExactly("summary_count_mismatch", "summary_count_mismatch");
    assertThat(s.sessions().get(0).activeSessions()).isEqualTo(100);
    assertThat(s.sessions().get(0).brasName()).isEqualTo("BRAS ঢাকা");
    String empty = session.replace("\"active_sessions\":100,", "");
    assertThat(read(head(0, 1) + ",\"subscriber_counts\":[" + empty + "]}").get(0).rejected())
        .hasSize(1);
  }

  private static String head(int interfaces, int sessions) {
    return HEAD.formatted(interfaces, sessions, interfaces + sessions);
  }

  private static String with(String counter) {
    return head(1, 0) + ",\"interface_metrics\":[" + POLL.formatted(counter) + "]}";
  }

  private static String counter(long now, long before, long uptime) {
    return ",\"counter_info\":{\"counter_type\":\"64bit\",\"raw_value\":%d,\"previous_value\":%d,\"sys_uptime\":%d,\"discontinuity_time\":\"2025-12-01T00:00:00Z\"}"
        .formatted(now, before, uptime);
  }

  private static List<String> codes(SnmpSubmission submission) {
    return submission.notices().stream().map(Notice::code).toList();
  }

  private static List<SnmpSubmission> read(String text) {
    List<SnmpSubmission> submissions = new ArrayList<>();
    DumpSink<SnmpSubmission> sink =
        new DumpSink<>() {
          @Override
          public void submission(SnmpSubmission submission) {
            submissions.add(submission);
          }

          @Override
          public void rejected(RejectedLine line, List<Notice> notices) {
            throw new AssertionError(notices);
          }

          @Override
          public void notice(Notice notice) {
            throw new AssertionError(notice);
          }
        };
    try {
      new SnmpDumpReader(Limits.DEFAULT)
          .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return submissions;
  }
}
