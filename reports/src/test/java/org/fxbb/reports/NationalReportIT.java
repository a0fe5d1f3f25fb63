package org.fxbb.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.fxbb.reports.document.ExtractedText;
import org.fxbb.reports.national.NationalReport;
import org.fxbb.reports.pack.PackRefusedException;
import org.fxbb.reports.pack.ReportPeriod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NationalReportIT {
  private static final ReportPeriod PERIOD = SmallNation.PERIOD;

  @TempDir static Path folder;
  static SmallNation nation;
  static List<Path> pack;

  @BeforeAll
  static void render() throws Exception {
    nation = new SmallNation();
    pack = new NationalReport(nation.report()).render(PERIOD, folder);
    String look = System.getProperty("fxbb.look", "");
    if (!look.isEmpty()) {
      for (Path file : pack) {
        Files.copy(
            file,
            Path.of(look).resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void everyPageCarriesCodePeriodPolicySetAndStatus() throws Exception {
    PdfReader reader = new PdfReader(pack.get(0).toString());
    assertThat(reader.getNumberOfPages()).isGreaterThan(8);
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      assertThat(ExtractedText.ofPage(reader, page))
          .contains("R1", "January 2026", "btrc-poc-2026", "PROVISIONAL, INDICATIVE")
          .contains("Page " + page + " of");
    }
  }

  @Test
  void banglaNamesExtractAsUnicode() throws Exception {
    String text = ExtractedText.ofDocument(new PdfReader(pack.get(0).toString()));
    assertThat(text).contains("কর্ণফুলী ব্রডব্যান্ড", "ব্রাহ্মণবাড়িয়া", "চট্টগ্রাম");
  }

  @Test
  void whatIsNotCollectedOrNotMeasuredIsWordsAndNeverZero() throws Exception {
    String text = ExtractedText.ofDocument(new PdfReader(pack.get(0).toString()));
    assertThat(text)
        .contains("Complaints per 1,000 subscribers")
        .contains("Not collected yet", "Not measured", "Insufficient evidence");
  }

  @Test
  void workbookStartsWithAboutAndHoldsRealNumbersWithPercentFormats() throws Exception {
    try (InputStream in = Files.newInputStream(pack.get(1));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("About");
      List<Row> league = rows(workbook, "ISP league");
      assertThat(league.get(0).getCellText(1)).isEqualTo("আইএসপি");
      assertThat(league.get(1).getCellText(4)).isEqualTo("Score (points)");
      assertThat(league.get(2).getCell(4).getType()).isEqualTo(CellType.NUMBER);
      List<Row> scorecard = rows(workbook, "National scorecard");
      Cell share = scorecard.get(2).getCell(3);
      assertThat(share.getType()).isEqualTo(CellType.NUMBER);
      assertThat(share.getDataFormatString()).isEqualTo("0.00%");
      assertThat(share.asNumber().doubleValue()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void barsOfTheNativeChartStartAtZero() throws Exception {
    try (ZipFile workbook = new ZipFile(pack.get(1).toFile())) {
      byte[] chart =
          workbook.getInputStream(workbook.getEntry("xl/charts/chart1.xml")).readAllBytes();
      assertThat(new String(chart, StandardCharsets.UTF_8)).contains("<c:min val=\"0.0\"/>");
    }
  }

  @Test
  void quarantineAddsUpToTheRowBalanceAndKeepsRowsOfRejectedFilesApart() throws Exception {
    try (InputStream in = Files.newInputStream(pack.get(1));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      assertThat(numbers(workbook, "Quarantined by code", "All reasons", 1, 2))
          .containsExactly(4, 2);
      assertThat(numbers(workbook, "Row balance", "All feeds", 5, 7)).containsExactly(4, 5);
      assertThat(numbers(workbook, "Row balance", "unknown file name", 1, 7)).containsExactly(1, 5);
    }
  }

  private static List<Integer> numbers(
      ReadableWorkbook workbook, String sheet, String first, int... columns) throws Exception {
    Row row =
        rows(workbook, sheet).stream()
            .filter(r -> first.equals(r.getCellText(0)))
            .findFirst()
            .orElseThrow();
    return java.util.Arrays.stream(columns)
        .mapToObj(c -> row.getCell(c).asNumber().intValue())
        .toList();
  }

  @Test
  void violationsThatAreNotConfirmedPrintAsAlleged() throws Exception {
    String text = ExtractedText.ofDocument(new PdfReader(pack.get(0).toString()));
    assertThat(text).contains("Alleged: those of all that are not confirmed");
  }

  @Test
  void textFromOutsideNeverBecomesAFormula() throws Exception {
    try (InputStream in = Files.newInputStream(pack.get(1));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      List<Cell> cells = new ArrayList<>();
      for (Row row : rows(workbook, "ISP league")) {
        row.forEach(cells::add);
      }
      assertThat(cells)
          .filteredOn(cell -> cell != null && "=SUM(A1) Net".equals(cell.getRawValue()))
          .singleElement()
          .satisfies(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
    }
  }

  @Test
  void workbookListsEveryFileAndItsBalance() throws Exception {
    try (InputStream in = Files.newInputStream(pack.get(1));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      List<Row> files = rows(workbook, "Files");
      assertThat(files.stream().skip(2).filter(row -> row.getCellCount() > 10)).hasSize(81);
    }
  }

  @Test
  void thePackPrintsTheAuditSealEverywhere() throws Exception {
    String seal = SmallNation.SEAL.toString();
    assertThat(seal).matches("7:[0-9a-f]{64}");
    assertThat(ExtractedText.ofDocument(new PdfReader(pack.get(0).toString()))).contains(seal);
    try (InputStream in = Files.newInputStream(pack.get(1));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      assertThat(rows(workbook, "About"))
          .anySatisfy(
              row -> {
                assertThat(row.getCellText(0)).startsWith("Audit seal");
                assertThat(row.getCellText(1)).isEqualTo(seal);
              });
    }
  }

  @Test
  void theManifestNamesThePackItsSealAndEveryFile() throws Exception {
    Path manifest = pack.get(3);
    assertThat(manifest.getFileName()).hasToString("manifest.json");
    JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(manifest));
    assertThat(json.propertyNames())
        .containsExactly(
            "report", "period", "engine", "policy_set", "provisional", "audit_seal", "files");
    assertThat(json.path("report").asString()).isEqualTo("R1");
    assertThat(json.path("period").asString()).isEqualTo("2026-01");
    assertThat(json.path("provisional").asBoolean()).isTrue();
    assertThat(json.path("audit_seal").path("number").asLong()).isEqualTo(7);
    assertThat(json.path("audit_seal").path("sha256").asString())
        .isEqualTo(SmallNation.SEAL.sha256());
    assertThat(json.path("files").valueStream().map(file -> file.path("name").asString()))
        .containsExactly("R1_national_2026-01.pdf", "R1_national_2026-01.xlsx", "figures.json");
    byte[] figures = Files.readAllBytes(pack.get(2));
    assertThat(json.path("files").path(2).path("bytes").asInt()).isEqualTo(figures.length);
    assertThat(json.path("files").path(2).path("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(figures)));
  }

  @Test
  void figuresAreSortedAndNamedByTheirPlace() throws Exception {
    String json = Files.readString(pack.get(2));
    List<String> ids =
        json.lines()
            .filter(line -> line.contains("\"id\""))
            .map(line -> line.replaceAll(".*\"id\"\\s*:\\s*\"([^\"]*)\".*", "$1"))
            .toList();
    assertThat(ids).isSorted().contains("R1/2026-01/isp-league/isp-0001/score");
    assertThat(ids).allMatch(id -> id.startsWith("R1/2026-01/"));
  }

  @Test
  void aPackThatDoesNotBalanceIsRefusedAndSaysWhy() {
    SmallNation broken = new SmallNation();
    broken.execute("DELETE FROM quarantined_rows WHERE feed = 'pops'");
    Path elsewhere = folder.resolve("refused");
    assertThatThrownBy(() -> new NationalReport(broken.report()).render(PERIOD, elsewhere))
        .isInstanceOf(PackRefusedException.class)
        .hasMessage(
            """
            Cannot release R1 of 2026-01: 1 sum does not add up.
            - file isp-0003/isp-0003_pops_2026-01.csv: rows_quarantined against its rows in quarantine: expected 1, found 0
            Nothing was written. Repair the data or run the judgement of the month again, then render again.""");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aPackWhoseQuarantineWasArchivedIsReleased() throws Exception {
    SmallNation archived = new SmallNation();
    archived.execute("DELETE FROM quarantined_rows");
    archived.execute(
        """
        INSERT INTO partition_archives (parent_table, partition_name, range_from, range_to, rows, bytes, sha256, content_checksum,
          columns, file_path, state, archived_at, verified_at, dropped_at)
        VALUES ('quarantined_rows', 'quarantined_rows_202602', '2026-02-01', '2026-03-01', 3, 1, '', '', '[]', 'x', 'DROPPED', now(), now(), now())
        """);

    assertThat(new NationalReport(archived.report()).render(PERIOD, folder.resolve("archived")))
        .isNotNull();
  }

  private static List<Row> rows(ReadableWorkbook workbook, String sheet) throws Exception {
    Optional<org.dhatim.fastexcel.reader.Sheet> found = workbook.findSheet(sheet);
    assertThat(found).as("sheet %s", sheet).isPresent();
    return found.get().read();
  }
}
