package org.fxbb.readers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.snmp.SnmpDumpReader;
import org.junit.jupiter.api.Test;

/**
 * Sound files with bytes changed, cut or doubled: whatever comes out, nothing is thrown or lost.
 */
class HostileBytesTest {

  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);
  private static final byte[] CSV =
      """
      package_code,location,current_count,new_count,churned_count,period
      "HOME, 20",30,"1,200",10,৫,2026-01
      A;B,"বাংলা ""নাম"" x", 45 ,1/2/2026,না,
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] DUMP =
      """
      {"submission":{"submission_uuid":"0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01","originator_type":"QOS_AGENT",\
      "agent_uuid":"5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10","isp_id":"i","pop_id":"p","submission_time":"2026-01-31T12:15:30Z",\
      "reporting_period_start":"2026-01-31T12:00:00Z","reporting_period_end":"2026-01-31T12:15:00Z"},\
      "ping_tests":[{"time":"2026-01-31T12:01:00Z","latency":{"rtt_min_ms":9.5},"packet_loss":{"packets_sent":20,"packets_received":19}}],\
      "interface_metrics":[{"time":"2026-01-31T12:01:00Z","counter_info":{"raw_value":18446744073709551615,"previous_value":7}}]}
      {"submission":{}}
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void mutatedCsvFilesNeverThrowAndEveryRowHasAnOutcome() throws IOException {
    Random random = new Random(99);
    List<Feed> feeds = Feeds.listAll();
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = mutate(CSV, random);
      Collected out = new Collected();
      CsvSummary summary =
          new CsvFeedReader(LIMITS, new FewPlaces())
              .read(
                  feeds.get(i % feeds.size()),
                  YearMonth.of(2026, 1),
                  new ByteArrayInputStream(bytes),
                  out);
      assertThat(summary.goodRows()).isEqualTo(out.rows.size());
      assertThat(summary.badRows()).isEqualTo(out.rejected.size());
      assertThat(summary.rows()).isEqualTo(summary.goodRows() + summary.badRows());
      out.notices.forEach(
          n -> assertThat(n.message() + n.messageBn() + n.fix()).doesNotContain("\0"));
    }
  }

  @Test
  void mutatedDumpsNeverThrowAndEveryLineHasAnOutcome() throws IOException {
    Random random = new Random(98);
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = mutate(DUMP, random);
      long[] seen = new long[2];
      DumpSummary qos =
          new QosDumpReader(LIMITS).read(new ByteArrayInputStream(bytes), counting(seen));
      assertThat(seen).containsExactly(qos.submissions(), qos.rejectedLines());
      byte[] snmp =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .replace("QOS_AGENT", "SNMP_AGENT")
              .getBytes(StandardCharsets.ISO_8859_1);
      seen = new long[2];
      DumpSummary polls =
          new SnmpDumpReader(LIMITS).read(new ByteArrayInputStream(snmp), counting(seen));
      assertThat(polls.lines()).isEqualTo(seen[0] + seen[1]);
    }
  }

  @Test
  void mutatedArchivesNeverThrow() throws IOException {
    Random random = new Random(97);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(CSV);
    }
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = mutate(zipped.toByteArray(), random);
      Collected out = new Collected();
      new CsvFeedReader(LIMITS, new FewPlaces())
          .read(Feeds.SUBSCRIBERS, null, new ByteArrayInputStream(bytes), out);
      new QosDumpReader(LIMITS).read(new ByteArrayInputStream(bytes), counting(new long[2]));
    }
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    byte[] spice = "\",;\n\r\t\0{}[]:-.0\u00e0\u00a6\u00ff\\".getBytes(StandardCharsets.ISO_8859_1);
    for (int k = random.nextInt(5); k >= 0; k--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = spice[random.nextInt(spice.length)];
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int to = Math.min(bytes.length, at + random.nextInt(200));
          byte[] longer = Arrays.copyOf(bytes, bytes.length + to - at);
          System.arraycopy(bytes, at, longer, bytes.length, to - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  private static <S> DumpSink<S> counting(long[] seen) {
    return new DumpSink<>() {
      @Override
      public void submission(S submission) {
        seen[0]++;
      }

      @Override
      public void rejected(RejectedLine line, List<Notice> notices) {
        assertThat(notices).isNotEmpty();
        assertThat(line.text()).doesNotContain("\0");
        seen[1]++;
      }

      @Override
      public void notice(Notice notice) {
        assertThat(notice.code()).isNotEmpty();
      }
    };
  }
}
