package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A nation of 8 ISPs and 12 PoPs over the last week of January 2026, with and without faults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 25);
  private static final int DAYS = 7;
  private static final JsonFactory JSON = new JsonFactory();

  private Path folder = Path.of("");
  private Path healthy = Path.of("");
  private Path faulty = Path.of("");

  @BeforeAll
  void simulate(@TempDir Path shared) throws IOException {
    folder = shared;
    healthy = folder.resolve("healthy");
    faulty = folder.resolve("faulty");
    run(healthy, 7, false);
    run(faulty, 7, true);
  }

  private static SimulationSummary run(Path out, long seed, boolean faults) throws IOException {
    return Simulator.run(
        new SimulationPlan(8, 12, FROM, DAYS, seed, faults), out, ProgressListener.SILENT);
  }

  @Test
  void samePlanWritesTheSameBytesAndFileTimes() throws IOException {
    Path again = folder.resolve("again");
    SimulationSummary summary = run(again, 7, true);

    assertThat(fingerprints(again)).isEqualTo(fingerprints(faulty));
    assertThat(summary.files()).isEqualTo(fingerprints(again).size() - 1L);
  }

  @Test
  void anotherSeedWritesAnotherNation() throws IOException {
    Path other = folder.resolve("other");
    Simulator.run(new SimulationPlan(8, 12, FROM, 1, 8, false), other, ProgressListener.SILENT);

    assertThat(list(other, "agents").stream().map(Path::getFileName).toList())
        .doesNotContainAnyElementsOf(
            list(healthy, "agents").stream().map(Path::getFileName).toList());
  }

  @Test
  void withoutFaultsTheKeyIsEmpty() throws IOException {
    assertThat(healthy.resolve("answer-key.json"))
        .hasContent(
            "{\"seed\":7,\"from\":\"2026-01-25\",\"days\":7,\"isps\":8,\"pops\":12,\"faults\":[]}\n");
  }

  @Test
  void theKeyListsEveryKindOfFault() throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (String line : Files.readAllLines(faulty.resolve("answer-key.json"))) {
      if (line.startsWith("{\"kind\"")) {
        kinds.add(line.split("\"", -1)[3]);
      }
    }
    assertThat(kinds)
        .containsExactly(
            "agent_fault",
            "availability_breach",
            "broken_lines",
            "broken_rows",
            "calamity",
            "conflicting_duplicate",
            "counter_reset",
            "high_national_latency",
            "http_unreachable",
            "late_dump",
            "late_filing_low",
            "late_filing_medium",
            "location_outside_licence",
            "maintenance",
            "misreported_revenue",
            "missing_filing",
            "over_declared_subscribers",
            "package_count_mismatch",
            "packet_loss",
            "rejected_then_corrected",
            "repeated_file",
            "repeated_submission",
            "resubmission",
            "roll_forward_broken",
            "silent_both_agents",
            "silent_qos_agent",
            "single_outage",
            "slow_dns",
            "slow_download",
            "spreadsheet_filing",
            "under_declared_subscribers",
            "unknown_agent",
            "unknown_file_name",
            "utf16_filing",
            "vat_wrong",
            "wrong_sender");
  }

  @Test
  void faultsLeaveUntouchedFilesAsTheyWere() throws IOException {
    Map<String, String> without = fingerprints(healthy);
    Map<String, String> with = fingerprints(faulty);

    long equal =
        without.entrySet().stream().filter(e -> e.getValue().equals(with.get(e.getKey()))).count();
    assertThat(equal).isBetween(without.size() / 3L, without.size() - 30L);
    assertThat(with.keySet())
        .containsAll(without.keySet().stream().filter(n -> !n.contains("_pops_")).toList());
  }

  @Test
  void everyLineOfAHealthyDumpIsOneJsonDocument() throws IOException {
    List<Path> dumps = list(healthy, "agents");
    assertThat(dumps).hasSize(12 * DAYS * 2);
    for (Path dump : dumps.subList(0, 4)) {
      List<String> lines = lines(dump);
      assertThat(lines).hasSize(96);
      assertThat(lines).allMatch(SimulatorTest::isJson);
    }
  }

  @Test
  void filesPerQuarterHourHoldTheSameSubmissionsAndTheSameFaults() throws IOException {
    Path quarters = folder.resolve("quarters");
    Simulator.run(
        new SimulationPlan(8, 12, FROM, DAYS, 7, true, SimulationPlan.DumpFiles.QUARTER_HOUR),
        quarters,
        ProgressListener.SILENT);

    assertThat(list(quarters, "agents"))
        .hasSizeGreaterThan(12 * DAYS * 2 * 90)
        .allSatisfy(file -> assertThat(lines(file)).hasSizeBetween(1, 8));
    assertThat(linesByAgent(quarters)).isEqualTo(linesByAgent(faulty));
    assertThat(faultsByKind(quarters)).isEqualTo(faultsByKind(faulty));
  }

  /** Every line of every dump, sorted. */
  private static Map<String, List<String>> linesByAgent(Path root) throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    for (Path file : list(root, "agents")) {
      String agent = root.relativize(file).getName(1).toString();
      lines.computeIfAbsent(agent, a -> new ArrayList<>()).addAll(lines(file));
    }
    lines.values().forEach(agent -> agent.sort(null));
    return lines;
  }

  /** How many lines, rows or files the key names by kind, PoP and table. */
  private static Map<String, Integer> faultsByKind(Path root) throws IOException {
    Map<String, Integer> faults = new TreeMap<>();
    for (String line : Files.readAllLines(root.resolve("answer-key.json"))) {
      if (line.startsWith("{\"kind\"")) {
        Matcher count = Pattern.compile("\"count\":(\\d+)").matcher(line);
        faults.merge(
            line.replaceAll("\"(file|count)\":(\"[^\"]*\"|\\d+),?|The same bytes as [^ ]+", ""),
            count.find() ? Integer.parseInt(count.group(1)) : 0,
            Integer::sum);
      }
    }
    return faults;
  }

  @Test
  void everyHealthyCsvFileHasRowsOfTheHeadersLength() throws IOException {
    List<Path> files = new ArrayList<>(list(healthy, "isps"));
    files.addAll(list(healthy, "manual"));
    assertThat(files).hasSize(8 * 4 * 2 + 4);
    for (Path file : files) {
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
        List<CsvRecord> records = reader.stream().toList();
        assertThat(records.size()).as(file.toString()).isGreaterThan(1);
        assertThat(records).allMatch(r -> r.getFieldCount() == records.get(0).getFieldCount());
      }
    }
  }

  @Test
  void healthyFilingsComeBetweenTheSecondAndTheNinth() throws IOException {
    for (Path file : list(healthy, "isps")) {
      String period = file.getFileName().toString().split("_", -1)[2].substring(0, 7);
      LocalDate arrived = day(Files.getLastModifiedTime(file).toInstant());
      assertThat(YearMonth.from(arrived)).isEqualTo(YearMonth.parse(period).plusMonths(1));
      assertThat(arrived.getDayOfMonth()).isBetween(2, 9);
    }
  }

  @Test
  void healthyDumpsComeWithinTenMinutesOfTheEndOfTheirDay() throws IOException {
    for (Path file : list(healthy, "agents")) {
      Instant arrived = Files.getLastModifiedTime(file).toInstant();
      Instant midnight = SimulatedMonths.startOf(day(arrived));
      assertThat(arrived).isBetween(midnight, midnight.plusSeconds(600));
    }
  }

  @Test
  void notMeasuredIspsFileButHaveNoPop() throws IOException {
    String pops = Files.readString(healthy.resolve("manual/inbox/pops_2025-12-01.csv"));

    assertThat(pops).contains("isp-0007-pop01").doesNotContain("isp-0008");
    assertThat(healthy.resolve("isps/isp-0008/inbox/isp-0008_revenue_2026-01.csv")).exists();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(SimulatedMonths.DHAKA).toLocalDate();
  }

  private static List<Path> list(Path root, String part) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(part))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> lines(Path gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static boolean isJson(String line) {
    ByteArrayInputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      return first == JsonToken.START_OBJECT && parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Name to hash of bytes and time. */
  private static Map<String, String> fingerprints(Path root) throws IOException {
    Map<String, String> prints = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> prints.put(root.relativize(file).toString(), fingerprint(file)));
    }
    return prints;
  }

  private static String fingerprint(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      boolean key = file.endsWith("answer-key.json");
      return HexFormat.of().formatHex(hash) + (key ? "" : Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
