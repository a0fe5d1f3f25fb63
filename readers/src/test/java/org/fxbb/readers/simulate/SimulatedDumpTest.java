package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.qos.QosSubmission;
import org.fxbb.readers.snmp.SnmpDumpReader;
import org.fxbb.readers.snmp.SnmpSubmission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's own readers say about simulated dumps. */
class SimulatedDumpTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 25);

  private final Map<String, Integer> found = new TreeMap<>();

  @Test
  void healthyDumpsReadWithoutANotice(@TempDir Path out) throws IOException {
    Simulator.run(new SimulationPlan(4, 5, FROM, 1, 3, false), out, ProgressListener.SILENT);
    readAll(out);

    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "snmp submissions", 5 * 96,
                "interface polls", 5 * 96 * 12,
                "session polls", 5 * 96,
                "qos submissions", 5 * 96,
                "tests", 5 * 96 * 8));
  }

  @Test
  void faultyDumpsReadWithThePlantedNoticesOnly(@TempDir Path out) throws IOException {
    Simulator.run(new SimulationPlan(8, 12, FROM, 7, 7, true), out, ProgressListener.SILENT);
    readAll(out);

    assertThat(found)
        .containsEntry("notice broken_line", 3)
        .containsEntry("rejected lines", 3)
        .containsEntry("notice counter_reset", 2)
        .hasSize(8);
  }

  private void readAll(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root.resolve("agents"))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    SnmpDumpReader snmp = new SnmpDumpReader(Limits.DEFAULT);
    QosDumpReader qos = new QosDumpReader(Limits.DEFAULT);
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        if (file.getFileName().toString().startsWith("snmp_")) {
          snmp.read(in, new SnmpSink());
        } else {
          qos.read(in, new QosSink());
        }
      }
    }
  }

  private void count(String what, int more) {
    found.merge(what, more, Integer::sum);
  }

  private void count(List<Notice> notices) {
    notices.forEach(notice -> count("notice " + notice.code(), 1));
  }

  private final class SnmpSink implements DumpSink<SnmpSubmission> {

    @Override
    public void submission(SnmpSubmission submission) {
      count("snmp submissions", 1);
      count("interface polls", submission.polls().size());
      count("session polls", submission.sessions().size());
      count(submission.notices());
      assertThat(submission.rejected()).isEmpty();
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> notices) {
      count("rejected lines", 1);
      count(notices);
    }

    @Override
    public void notice(Notice notice) {
      count(List.of(notice));
    }
  }

  private final class QosSink implements DumpSink<QosSubmission> {

    @Override
    public void submission(QosSubmission submission) {
      count("qos submissions", 1);
      count("tests", submission.tests().size());
      count(submission.notices());
      assertThat(submission.rejected()).isEmpty();
    }

    @Override
    public void rejected(RejectedLine line, List<Notice> notices) {
      count("rejected lines", 1);
      count(notices);
    }

    @Override
    public void notice(Notice notice) {
      count(List.of(notice));
    }
  }
}
