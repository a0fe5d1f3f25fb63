package org.fxbb.readers.snmp;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Dribble;
import org.fxbb.readers.fuzz.DumpTold;
import org.fxbb.readers.fuzz.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any dump gives submissions and notices, the same ones however its bytes arrive. */
class SnmpDumpReaderFuzzTest {
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  private final SnmpDumpReader reader = new SnmpDumpReader(LIMITS);

  static List<byte[]> seeds() {
    return Corpus.of(
        SnmpDumpReaderFuzzTest.class,
        """
        {"submission":{"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
        "originator_type":"SNMP_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
        "agent_version":"1.2","isp_id":"isp-0001","submission_time":"2026-01-31T12:15:30Z",\
        "reporting_period_start":"2026-01-31T12:00:00Z",\
        "reporting_period_end":"2026-01-31T12:15:00Z","poll_interval_sec":300,\
        "polls_in_batch":3,"summary":{"interface_records":2,"subscriber_records":1,\
        "total_records":3}},"interface_metrics":[{"time":"2026-01-31T12:01:00Z",\
        "poll_sequence":1,"pop_id":"p1","interface_type":"BDIX","upstream_operator":"u",\
        "snmp_target":{"target_id":"t1","device_type":"BRAS","if_index":3,\
        "if_speed_mbps":1000},"poll_status":"SUCCESS","metrics":{"admin_status":"up",\
        "in_bps":1000,"out_bps":5,"in_errors":0,\
        "utilization_in_pct":101.5}},{"time":"2026-01-31T12:06:00Z","pop_id":"p1",\
        "interface_type":"INTERNET","snmp_target":{"target_ip":"10.0.0.1","if_name":"ge-0/0/1",\
        "if_speed_mbps":100},"poll_status":"SUCCESS","metrics":{"in_bps":1},\
        "counter_info":{"counter_type":"64bit","raw_value":18446744073709551615,\
        "previous_value":18446744073709551000,"sys_uptime":9000}}],\
        "subscriber_counts":[{"time":"2026-01-31T12:01:00Z","bras_id":"b1",\
        "poll_status":"TIMEOUT","metrics":null}]}
        {"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
        "originator_type":"SNMP_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
        "agent_version":"1.2","isp_id":"isp-0001","submission_time":"2026-01-31T12:15:30Z",\
        "reporting_period_start":"2026-01-31T12:00:00Z",\
        "reporting_period_end":"2026-01-31T12:15:00Z","interface_metrics":[7,{"time":null}],\
        "subscriber_counts":{"bras_id":"b","time":"2026-01-31T12:01:00Z",\
        "poll_status":"SUCCESS","metrics":{"active_sessions":1240}}}
        [1]
        """);
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aDumpGivesSubmissionsAndNotices(byte[] bytes) throws IOException {
    List<String> whole = read(bytes, new ByteArrayInputStream(bytes));
    List<String> dribbled = read(bytes, new Dribble(bytes));
    boolean comparable = whole.stream().noneMatch(told -> told.startsWith("CorruptArchive"));
    check(
        !comparable || whole.equals(dribbled), "something else in smaller pieces", whole, dribbled);
  }

  @Test
  void soDoesEveryMutationOfTheCorpus() throws IOException {
    for (byte[] input : Corpus.mutations(seeds(), 5_000).toList()) {
      aDumpGivesSubmissionsAndNotices(input);
    }
  }

  private List<String> read(byte[] file, InputStream bytes) throws IOException {
    DumpTold<SnmpSubmission> told = new DumpTold<>(SnmpDumpReaderFuzzTest::checkSubmission);
    return told.balanced(reader.read(bytes, told), file);
  }

  private static void checkSubmission(SnmpSubmission submission) {
    check(
        submission.header().periodStart().isBefore(submission.header().periodEnd()),
        "a period that ends before it begins",
        submission.header());
    submission.notices().forEach(Sound::notice);
    submission.rejected().forEach(DumpTold::record);
  }
}
