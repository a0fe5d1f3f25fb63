package org.fxbb.readers.qos;

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
class QosDumpReaderFuzzTest {
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  private final QosDumpReader reader = new QosDumpReader(LIMITS);

  static List<byte[]> seeds() {
    return Corpus.of(
        QosDumpReaderFuzzTest.class,
        """
        {"submission":{"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
        "originator_type":"QOS_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
        "agent_version":"1.2","isp_id":"isp-0001","pop_id":7,\
        "submission_time":"2026-01-31T12:15:30Z",\
        "reporting_period_start":"2026-01-31T12:00:00Z",\
        "reporting_period_end":"2026-01-31T12:15:00Z","test_summary":{"speed":1,"ping":2,\
        "dns":1,"http":1,"traceroute":1,"total":6}},"agent_status":{"status":"ACTIVE",\
        "cpu_pct":12.5,"clock_offset_ms":-40},"agent_detected_failures":{"has_failures":false,\
        "connectivity_status":"FULL","failures":[]},\
        "speed_test":{"time":"2026-01-31T12:01:00Z","test_status":"SUCCESS",\
        "target":{"id":"s1","type":"NATIONAL"},"download":{"speed_mbps":20.1,\
        "bytes_transferred":1},"upload":{"speed_mbps":9},"latency_to_server_ms":4},\
        "ping_tests":[{"time":"2026-01-31T12:02:00Z","target":{"host":"h","type":"IX"},\
        "latency":{"rtt_min_ms":1,"rtt_avg_ms":2.5,"jitter_ms":0.1},\
        "packet_loss":{"packets_sent":20,"packets_received":19,"loss_pct":5}},{"target":"h2",\
        "packet_loss":{"packets_sent":2,"packets_received":3}}],\
        "dns_test":{"queries":[{"domain":"a","resolution_time_ms":3,\
        "success":true},{"success":false}]},"http_test":{"targets":[{"url":"u","weight":60,\
        "reachable":true,"timing":{"total_ms":100}},{"weight":30,"reachable":false}],\
        "summary":{"weighted_time_ms":90}},"traceroute_tests":[{"target":"t","hops":[{},{}],\
        "summary":{"hop_count":2,"total_rtt_ms":9,"path_complete":true}}]}
        {"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01",\
        "originator_type":"QOS_AGENT","agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10",\
        "agent_version":"1.2","isp_id":"isp-0001","pop_code":"p1",\
        "submission_time":"2026-01-31T12:15:30Z",\
        "reporting_period_start":"2026-01-31T12:00:00Z",\
        "reporting_period_end":"2026-01-31T12:15:00Z","ping_tests":{"test_id":"x",\
        "results":{"min_ms":1,"packet_loss_pct":50,"packets_sent":4}}}
        {"submission":{}} x
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
    DumpTold<QosSubmission> told = new DumpTold<>(QosDumpReaderFuzzTest::checkSubmission);
    return told.balanced(reader.read(bytes, told), file);
  }

  private static void checkSubmission(QosSubmission submission) {
    check(
        submission.header().periodStart().isBefore(submission.header().periodEnd()),
        "a period that ends before it begins",
        submission.header());
    submission.notices().forEach(Sound::notice);
    submission.rejected().forEach(DumpTold::record);
  }
}
