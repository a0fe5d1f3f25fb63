package org.fxbb.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.fxbb.reports.filing.NoticeWords;
import org.fxbb.reports.pack.PackRefusedException;
import org.fxbb.reports.table.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R5 of the small nation, of whose ISPs two are late and miss a feed, one was rejected and one only
 * tried; the workbook is compared cell by cell. Source: spec 6.1 and 6.2.
 */
final class FilingReportIT {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/fxbb/reports/R5_filings_2026-01.tsv");
  private static final Map<String, NoticeWords> NOTICES =
      Map.of(
          "not_a_number",
          new NoticeWords(
              Label.of("… is no number.", "… সংখ্যা নয়।"),
              Label.of("Write digits.", "অঙ্ক লিখুন।")));

  private static SmallNation nation() {
    SmallNation nation = new SmallNation();
    nation.execute(
        """
        SELECT fxbb_make_partitions('submission_notices', DATE '2026-02-01', DATE '2026-02-28');
        UPDATE submission_files SET state = 'REJECTED', state_reason = 'too_many_errors', rows_loaded = 0, rows_rejected = 25
        WHERE file_name = 'isp-0002_revenue_2026-01.csv';
        UPDATE filing_feeds SET state = 'MISSING', first_received_at = NULL, late_days = NULL
        WHERE feed = 'revenue' AND isp_id = (SELECT id FROM isps WHERE code = 'isp-0002');
        INSERT INTO submission_notices (file_received_at, submission_file_id, isp_id, feed, code, severity, row_number, message_en, message_bn, fix_en)
        SELECT f.received_at, f.id, f.isp_id, f.feed, n.code, n.severity, n.row_number, '', '', ''
        FROM submission_files f
        CROSS JOIN (VALUES ('not_a_number', 'ERROR', 2), ('not_a_number', 'ERROR', 3), ('too_many_errors', 'FATAL', NULL), ('normalized_value', 'INFO', 4)) n (code, severity, row_number)
        WHERE f.file_name = 'isp-0002_revenue_2026-01.csv';
        INSERT INTO submission_notices (file_received_at, submission_file_id, isp_id, feed, code, severity, row_number, message_en, message_bn, fix_en)
        SELECT received_at, id, isp_id, feed, 'not_a_number', 'ERROR', 7, '', '', '' FROM submission_files WHERE rows_quarantined = 1;
        INSERT INTO submission_files (sender, inbox, isp_id, feed, period, file_name, sha256, bytes, received_at, state, state_at, archive_path)
        SELECT 'isp-0005', 'TRY', id, 'subscribers', DATE '2026-01-01', 'isp-0005_subscribers_2026-01.csv', 'x', 1, '2026-02-09 12:00+06', 'ACCEPTED', '2026-02-09 12:00+06', 'x'
        FROM isps WHERE code = 'isp-0005';
        UPDATE software_agents SET last_seen_at = TIMESTAMPTZ '2026-02-12 09:00+06' - interval '45 minutes' + interval '1 second';
        UPDATE software_agents SET last_seen_at = '2026-02-12 08:15+06' WHERE isp_id = (SELECT id FROM isps WHERE code = 'isp-0013');
        INSERT INTO api_submissions (id, originator, submission_uuid, isp_id, agent_id, period_start, period_end, submission_time, content_hash, submission_file_id, line_number)
        SELECT 1000000 + s, 'QOS_AGENT', md5(s::text)::uuid, isp_id, id, TIMESTAMPTZ '2026-01-01 00:00+06' + s * interval '15 minutes', NULL, '2026-01-31 00:00+06', s, 1, s
        FROM (SELECT id, isp_id FROM software_agents ORDER BY id LIMIT 1) g CROSS JOIN generate_series(0, 1487) s
        """);
    return nation;
  }

  @Test
  void theWorkbookIsAsReviewed(@TempDir Path folder) throws Exception {
    var pack = Reports.renderR5(nation().report(), SmallNation.PERIOD, folder, NOTICES);
    assertThat(pack)
        .extracting(path -> folder.relativize(path).toString())
        .containsExactly(
            "2026-01/R5/R5_filings_2026-01.xlsx",
            "2026-01/R5/figures.json",
            "2026-01/R5/manifest.json");
    assertThat(Files.readString(pack.get(1)))
        .contains(
            "\"R5/2026-01/in-short/nation/missing\"", "\"R5/2026-01/by-feed/revenue/rejected\"")
        .contains("\"R5/2026-01/arrivals/isp-0002 revenue/rejected\"");
    String look = System.getProperty("fxbb.look", "");
    if (!look.isEmpty()) {
      Files.copy(pack.get(0), Path.of(look).resolve("R5_filings_2026-01.xlsx"));
    }

    String found = cells(pack.get(0));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, found);
    }
    assertThat(found)
        .as("cells of the workbook; -Dgolden.update=true rewrites %s", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
    assertThat(Boolean.getBoolean("golden.update")).as("an update is a reviewed change").isFalse();
  }

  @Test
  void aFilingInForceWithoutAnAcceptedFileRefusesThePack(@TempDir Path folder) {
    SmallNation broken = nation();
    broken.execute(
        """
        UPDATE submission_files SET state = 'REJECTED', rows_rejected = 25, rows_loaded = 0 WHERE file_name = 'isp-0001_pops_2026-01.csv';
        DELETE FROM quarantined_rows WHERE feed = 'pops'
        """);

    assertThatThrownBy(() -> Reports.renderR5(broken.report(), SmallNation.PERIOD, folder, NOTICES))
        .isInstanceOf(PackRefusedException.class)
        .hasMessage(
            """
            Cannot release R5 of 2026-01: 2 sums do not add up.
            - file isp-0003/isp-0003_pops_2026-01.csv: rows_quarantined against its rows in quarantine: expected 1, found 0
            - filing isp-0001 pops: in force by its state against accepted files: expected 1, found 0
            Nothing was written. Repair the data or run the judgement of the month again, then render again.""");
    assertThat(folder).isEmptyDirectory();
  }

  /** Every cell of every sheet, rows as lines, cells apart by tabs. */
  private static String cells(Path workbook) throws IOException {
    StringBuilder text = new StringBuilder();
    try (InputStream in = Files.newInputStream(workbook);
        ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      for (Sheet sheet : book.getSheets().toList()) {
        text.append("== ").append(sheet.getName()).append('\n');
        for (Row row : sheet.read()) {
          text.append(row.stream().map(FilingReportIT::cell).collect(Collectors.joining("\t")))
              .append('\n');
        }
      }
    }
    return text.toString().replaceAll("[\\t ]+\\n", "\n");
  }

  private static String cell(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
            + " ["
            + cell.getDataFormatString()
            + "]"
        : cell.getText();
  }
}
