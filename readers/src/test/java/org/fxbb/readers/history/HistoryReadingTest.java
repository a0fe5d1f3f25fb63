package org.fxbb.readers.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.ColumnType;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bytes of a history file (spec 4.3 and 4.7). */
final class HistoryReadingTest {
  private static final Feed SESSIONS = HistoryFeeds.SESSIONS;
  private static final String HEADER =
      "time,isp_code,bras_id,pop_code,poll_status,active_sessions\n";
  private static final String ROW = "2026-02-01T00:00:00+06:00,isp-0001,b1,p1,SUCCESS,7\n";
  private static final Limits SMALL = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  /** Everything that a reader gives, as text. */
  private static final class Told implements HistorySink {
    final List<String> rows = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();

    @Override
    public @Nullable Notice poll(long row, String ispCode, InterfacePoll poll) {
      rows.add(row + " " + ispCode + " " + poll);
      return null;
    }

    @Override
    public @Nullable Notice session(
        long row, String ispCode, @Nullable String popCode, SessionPoll poll) {
      rows.add(row + " " + ispCode + " " + popCode + " " + poll);
      return null;
    }

    @Override
    public @Nullable Notice test(
        long row, String ispCode, String popCode, UUID agent, QosTest test) {
      String queries = test.dnsQueries() == null ? "" : Arrays.toString(test.dnsQueries().millis());
      String told = test.toString().replaceAll("DnsQueries@?[^,]*", queries);
      rows.add(row + " " + ispCode + " " + popCode + " " + agent + " " + told);
      return null;
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> notices) {
      rejected.add(
          row.rowNumber()
              + " "
              + notices.stream().map(Notice::code).distinct().collect(Collectors.joining(" ")));
    }

    @Override
    public void notice(Notice notice) {
      rows.add("notice " + notice.code());
    }

    List<String> all() {
      List<String> all = new ArrayList<>(rows);
      all.addAll(rejected);
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"history_interfaces", "history_sessions", "history_qos"})
  void aRecordSaysTheSameWrittenPlainlyOrQuoted(String name) throws IOException {
    Feed feed = HistoryFeeds.findByName(name).orElseThrow();
    Random random = new Random(20_261_121);
    StringBuilder plain = new StringBuilder(header(feed));
    StringBuilder quoted = new StringBuilder(header(feed));
    for (int i = 0; i < 4_000; i++) {
      boolean odd = random.nextInt(3) == 0;
      List<String> cells = feed.columns().stream().map(c -> cell(c, random, odd)).toList();
      List<String> plainCells = new ArrayList<>();
      for (int c = 0; c < cells.size(); c++) {
        boolean needsQuotes = cells.get(c).contains("\"");
        boolean mayBeQuoted =
            feed.columns().get(c).type() != ColumnType.INSTANT && random.nextInt(9) == 0;
        plainCells.add(needsQuotes || mayBeQuoted ? quoted(cells.get(c)) : cells.get(c));
      }
      plain.append(String.join(",", plainCells)).append('\n');
      quoted
          .append(cells.stream().map(HistoryReadingTest::quoted).collect(Collectors.joining(",")))
          .append('\n');
    }
    Told first = told(feed, plain.toString(), HistoryParts.PART_BYTES);
    Told second = told(feed, quoted.toString(), HistoryParts.PART_BYTES);

    assertThat(first.rows).hasSizeGreaterThan(200).isEqualTo(second.rows);
    assertThat(first.rejected).hasSizeGreaterThan(100).isEqualTo(second.rejected);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String header(Feed feed) {
    return feed.columns().stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(Column column, Random random, boolean odd) {
    if (!column.required() && random.nextInt(4) == 0) {
      return "";
    }
    if (odd && random.nextInt(8) == 0) {
      return one(random, "", " ", "x", "-1", "1e3", "1.", ".5", "NaN", "ঢাকা", "0x1", "null");
    }
    return switch (column.type()) {
      case INSTANT ->
          "2026-02-%02dT%02d:%02d:00%s"
              .formatted(
                  1 + random.nextInt(28),
                  random.nextInt(24),
                  random.nextInt(60),
                  one(random, "+06:00", "Z", ".125Z", odd ? "z" : "+00:00"));
      case INTEGER ->
          odd
              ? Long.toString(random.nextLong() >>> random.nextInt(64))
              : "" + random.nextInt(30_000);
      case DECIMAL ->
          one(random, "0", "100", "12.5", "0.1", "99.999", odd ? "0.12345678901234567" : "3.25");
      case ENUM -> one(random, column.values().toArray(String[]::new));
      case BOOLEAN -> one(random, "true", "false", odd ? "TRUE" : "true");
      case UUID ->
          odd && random.nextBoolean()
              ? new UUID(1, random.nextInt(50)).toString().toUpperCase(Locale.ROOT)
              : new UUID(0xabcdefL, random.nextInt(50)).toString();
      default -> text(column.name(), random);
    };
  }

  private static String text(String column, Random random) {
    return switch (column) {
      case "target_key" -> one(random, "t1/3/INTERNET", "t1/4/IX", "10.0.0.1/ge-0/0/1/CACHE");
      case "dns_query_ms" -> one(random, "1.5", "1|2|Infinity", "1|x", "|");
      case "details" ->
          one(random, "{}", "[]", "x", "{\"a\": \"b, c\"}", "{\"a\":" + " ".repeat(5_000) + "1}");
      default ->
          one(
              random,
              "a",
              "b b",
              "isp-0001",
              "say \"b\", he said",
              "\"",
              "b\t",
              " b",
              "b ",
              "long-" + "x".repeat(random.nextInt(80)));
    };
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1_000, 1 << 20})
  void wherePartsAreCutChangesNothing(int partBytes) throws IOException {
    StringBuilder file = new StringBuilder(HEADER);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String end = one(random, "\n", "\r\n", "\r");
      file.append(
          one(
              random,
              ROW.strip() + end,
              ROW.strip().replace(",b1,", ",\"b\r\n1\",") + end,
              ROW.strip().replace(",b1,", ",\"say \"\"b\"\"\",") + end,
              end));
    }
    Told whole = told(SESSIONS, file.toString(), HistoryParts.PART_BYTES);

    assertThat(whole.rows).hasSizeGreaterThan(150);
    assertThat(whole.rejected).isEmpty();
    assertThat(told(SESSIONS, file.toString(), partBytes).all()).isEqualTo(whole.all());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1 << 20})
  void aMarkThatIsNeverClosedCostsItsLineOnly(int partBytes) throws IOException {
    String file = HEADER + ROW + ROW.replace(",b1,", ",\"b1,") + ROW + ROW;
    Told told = told(SESSIONS, file, partBytes);

    assertThat(told.rows).extracting(row -> row.substring(0, 1)).containsExactly("2", "4", "5");
    assertThat(told.rejected).containsExactly("3 broken_row");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 100, 1 << 20})
  void twoStrayMarksCostTheirLinesOnly(int partBytes) throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String stray = '"' + ROW;
      String inLine = ROW.replace(",b1,", ",\"b\" 1,");
      String file = HEADER + ROW + stray + ROW + ROW + stray + ROW + inLine + ROW;
      Told told = told(SESSIONS, file.replace("\n", end), partBytes);

      assertThat(told.rows)
          .extracting(row -> row.substring(0, 1))
          .containsExactly("2", "4", "5", "7", "9");
      assertThat(told.rejected).containsExactly("3 broken_row", "6 broken_row", "8 broken_row");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_500, 1 << 20})
  void aRowThatIsTooLongIsPassedOver(int partBytes) throws IOException {
    String line = ROW.replace(",b1,", "," + "b".repeat(9_000) + ",");
    String open = ROW.replace(",b1,", ",\"" + "b".repeat(9_000) + ",");
    Told told = told(SESSIONS, HEADER + ROW + line + ROW + open + ROW, partBytes, SMALL);

    assertThat(told.rows).extracting(row -> row.substring(0, 1)).containsExactly("2", "4", "6");
    assertThat(told.rejected).extracting(row -> row.substring(0, 1)).containsExactly("3", "5");
  }

  @Test
  void otherEncodingsOrdersAndSeparatorsSayTheSame() throws IOException {
    List<String> plain = told(SESSIONS, HEADER + ROW, 100).rows;
    assertThat(plain).hasSize(1);
    String reordered =
        """
        bras_id;isp_code;note;active_sessions;poll_status;pop_code;time
        b1;isp-0001;anything;7;SUCCESS;p1;2026-02-01T00:00:00+06:00
        """;
    assertThat(told(SESSIONS, reordered, 100).rows).isEqualTo(plain);
    assertThat(told(SESSIONS, "sep=;\n" + reordered, 100).rows).isEqualTo(plain);
    assertThat(told(SESSIONS, "\uFEFF" + HEADER + ROW, 100).rows).isEqualTo(plain);
    for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = ("\uFEFF" + HEADER + ROW).getBytes(utf16);
      assertThat(told(SESSIONS, new ByteArrayInputStream(bytes), 100, Limits.DEFAULT).rows)
          .isEqualTo(plain);
    }
  }

  @Test
  void bytesThatAreNoUtf8CostTheirRowOnly() throws IOException {
    byte[] bytes = (HEADER + ROW + ROW + ROW).getBytes(StandardCharsets.UTF_8);
    bytes[HEADER.length() + ROW.length() + ROW.indexOf("b1")] = (byte) 0xc3;
    Told told = told(SESSIONS, new ByteArrayInputStream(bytes), 100, Limits.DEFAULT);

    assertThat(told.rows).hasSize(2);
    assertThat(told.rejected).containsExactly("3 broken_row");
  }

  @Test
  void aHeaderThatAllowsNoRowRefusesTheFile() {
    assertThat(refusal("")).isEqualTo("empty_file");
    assertThat(refusal("\n\n")).isEqualTo("empty_file");
    assertThat(refusal("time,isp_code\n")).isEqualTo("missing_required_column");
    assertThat(refusal("time,time\n" + ROW)).isEqualTo("duplicate_column");
    assertThat(refusal("x".repeat(2 << 20))).isEqualTo("row_too_long");
  }

  private static String refusal(String file) {
    List<String> codes = new ArrayList<>();
    assertThatThrownBy(() -> told(SESSIONS, file, 100))
        .isInstanceOfSatisfying(
            RefusedContentException.class, refused -> codes.add(refused.notice().code()));
    return codes.get(0);
  }

  @Test
  void aNulCostsItsRowOnly() throws IOException {
    Told told = told(SESSIONS, HEADER + ROW + ROW.replace(",b1,", ",b\0,") + ROW, 100);

    assertThat(told.rows).hasSize(2);
    assertThat(told.rejected).containsExactly("3 control_characters");
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 50_000})
  void aFileThatEndsTooEarlyGivesWhatWasWhole(int rows) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(packed)) {
      gz.write(HEADER.getBytes(StandardCharsets.UTF_8));
      Random random = new Random(3);
      for (int i = 0; i < rows; i++) {
        gz.write(
            ROW.replace(",7", "," + random.nextInt())
                .replace("-", "")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 1_000);
    HistoryParts parts =
        HistoryParts.open(
            SESSIONS,
            DeliveredBytes.openUnlimited(new ByteArrayInputStream(cut)),
            Limits.DEFAULT,
            1 << 20);
    Told told = new Told();
    HistoryPartReader reader = parts.reader();
    for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
      reader.read(part, told);
    }

    assertThat(parts.damage()).isNotNull();
    assertThat(told.all()).hasSizeBetween(rows / 2, rows - 1);
  }

  private static Told told(Feed feed, String file, int partBytes) throws IOException {
    return told(feed, file, partBytes, Limits.DEFAULT);
  }

  private static Told told(Feed feed, String file, int partBytes, Limits limits)
      throws IOException {
    return told(
        feed, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), partBytes, limits);
  }

  private static Told told(Feed feed, InputStream file, int partBytes, Limits limits)
      throws IOException {
    HistoryParts parts = HistoryParts.open(feed, file, limits, partBytes);
    Told told = new Told();
    HistoryPartReader reader = parts.reader();
    for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
      reader.read(part, told);
    }
    return told;
  }
}
