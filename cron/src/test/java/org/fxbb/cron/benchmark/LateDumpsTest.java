package org.fxbb.cron.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateDumpsTest {
  @TempDir private Path folder = Path.of("");

  private static List<Path> dumps(int agents) {
    List<Path> dumps = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      for (String kind : List.of("qos", "snmp")) {
        dumps.add(Path.of("%s_%s-%d_20260101T180000Z.ndjson.gz".formatted(kind, kind, agent)));
        dumps.add(Path.of("%s_%s-%d_20260102T180000Z.ndjson.gz".formatted(kind, kind, agent)));
      }
    }
    return dumps;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 1", "101, 2", "200, 2"})
  void oneAgentInAHundredOfEachKindIsLateAtLeastOne(int agents, int late) {
    LateDumps split = LateDumps.ofFewAgents(dumps(agents));

    assertThat(split.late()).hasSize(late * 2 * 2);
    assertThat(split.inTime())
        .hasSize((agents - late) * 2 * 2)
        .doesNotContainAnyElementsOf(split.late());
  }

  @Test
  void oneSubmissionOfEachDayIsLateAndNoneIsLostOrChanged() throws IOException {
    Path dump = folder.resolve("qos_a_20260101T180009Z.ndjson.gz");
    List<String> lines = IntStream.range(0, 96).mapToObj(i -> "{\"বাংলা\":" + i + "}").toList();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    LateDumps split = LateDumps.scattered(List.of(dump), folder.resolve("parts"));

    assertThat(split.late().get(0)).hasFileName("qos_a_20260101T180000Z.ndjson.gz");
    assertThat(split.inTime().get(0)).hasFileName("qos_a_20260101T180009Z.ndjson.gz");
    List<String> late = read(split.late().get(0));
    List<String> inTime = read(split.inTime().get(0));
    assertThat(late).hasSize(1);
    assertThat(inTime).hasSize(95);
    assertThat(lines.stream().filter(line -> !late.contains(line)).collect(Collectors.toList()))
        .isEqualTo(inTime);
  }

  private static List<String> read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
