package org.fxbb.readers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of spec 4.3, on files as offices write them and on hostile ones. */
class CsvFeedReaderTest {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final String HEADER =
      "package_code,location,current_count,new_count,churned_count,suspended_count\n";

  @Test
  void aPlainFileGivesItsRowsAndNoNotice() {
    Collected out = read(HEADER + "HOME20,302607,120,10,5,2\nHOME30,30,0,0,0,\n");
    assertThat(out.codes()).isEmpty();
    assertThat(out.summary)
        .isEqualTo(new CsvSummary(2, 2, 0, List.of(HEADER.strip().split(",")), ',', true));
    FeedRow first = out.rows.get(0);
    assertThat(first.rowNumber()).isEqualTo(2);
    assertThat(first.text("package_code")).isEqualTo("HOME20");
    assertThat(first.text("location")).isEqualTo("302607");
    assertThat(first.integer("current_count")).isEqualTo(120);
    assertThat(out.rows.get(1).integer("suspended_count")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,''", "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
  void everyEncodingOfExcelIsRead(String charset, String mark) {
    byte[] text = (HEADER + "ঘর২০,30,১২০,10,5,2\n").getBytes(Charset.forName(charset));
    byte[] head = HexFormat.of().parseHex(mark);
    byte[] bytes = Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, bytes, head.length, text.length);
    Collected out = read(bytes);
    assertThat(out.codes()).containsExactly("normalized_value");
    assertThat(out.rows.get(0).text("package_code")).isEqualTo("ঘর২০");
    assertThat(out.rows.get(0).integer("current_count")).isEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsSniffedFromTheHeader(String separator) {
    Collected out = read((HEADER + "A,30,1,2,3,4\n").replace(",", separator));
    assertThat(out.codes()).isEmpty();
    assertThat(out.rows).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndIsRead(String lineEnd) {
    Collected out = read((HEADER + "A,30,1,2,3,4\n\nB,30,1,2,3,4").replace("\n", lineEnd));
    assertThat(out.codes()).isEmpty();
    assertThat(out.rows).extracting(FeedRow::rowNumber).containsExactly(2L, 4L);
  }

  @Test
  void aSepLineOfExcelIsObeyedAndNotCounted() {
    Collected out = read("sep=;\r\n" + HEADER.replace(',', ';') + "A;30;1;2;3;4\r\n");
    assertThat(out.codes()).isEmpty();
    assertThat(out.rows.get(0).rowNumber()).isEqualTo(2);
  }

  @Test
  void headersMatchWithoutCaseSpacesAndUnderscoresInAnyOrder() {
    Collected out =
        read("New Count,CHURNEDCOUNT, Current_Count ,Package Code,BBS code\n1,2,3,A,30\n");
    assertThat(out.codes()).isEmpty();
    assertThat(out.rows.get(0).integer("current_count")).isEqualTo(3);
    assertThat(out.rows.get(0).text("location")).isEqualTo("30");
  }

  @Test
  void quotedNewlinesAndQuotesStayInOneRow() {
    Collected out = read(HEADER + "\"A\nB \"\"x\"\"\",30,1,2,3,4\nC,30,1,2,3,4\n");
    assertThat(out.rows).extracting(r -> r.text("package_code")).containsExactly("A\nB \"x\"", "C");
    assertThat(out.rows.get(1).rowNumber()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'১,২৩,৪৫৬',123456,1",
    "'1,234',1234,1",
    "'12,34,567',1234567,1",
    "' 77 ',77,1",
    "'\u00a077',77,1",
    "77.00,77,1",
    "+77,77,0",
    "077,77,0"
  })
  void numbersAreNormalisedWithOneInfoEach(String cell, long value, int notices) {
    Collected out = read(HEADER + "A,30,\"" + cell + "\",2,3,4\n");
    assertThat(out.rows.get(0).integer("current_count")).isEqualTo(value);
    assertThat(out.codes()).hasSize(notices).allMatch("normalized_value"::equals);
  }

  @ParameterizedTest
  @CsvSource({
    "'12,5',not_a_number",
    "'1,23,45',not_a_number",
    "'1234,567',not_a_number",
    "1e5,not_a_number",
    "abc,not_a_number",
    "NaN,not_a_number",
    "--5,not_a_number",
    "0x10,not_a_number",
    "12.5,not_an_integer",
    "-1,number_out_of_range",
    "2147483648,number_out_of_range",
    "99999999999999999999999999,number_out_of_range",
    "'',missing_required_value",
    "'   ',missing_required_value"
  })
  void aBadNumberCostsItsRowAlone(String cell, String code) {
    Collected out = read(HEADER + "A,30,\"" + cell + "\",2,3,4\nB,30,0,0,0,0\n");
    assertThat(out.codes()).containsExactly(code);
    assertThat(out.rejected).extracting(RejectedRow::rowNumber).containsExactly(2L);
    assertThat(out.rejected.get(0).cells()).contains(cell);
    assertThat(out.rows).extracting(FeedRow::rowNumber).containsExactly(3L);
  }

  @Test
  void theNoticeOfADecimalCommaTellsTheFix() {
    Notice notice = read(HEADER + "A,30,\"12,5\",2,3,4\n").notices.get(0);
    assertThat(notice.message())
        .isEqualTo(
            "Row 2, column current_count: expected a number, found \"12,5\". The row was not loaded.");
    assertThat(notice.fix())
        .isEqualTo("Write digits only, and use a point before decimals: 12.5, not 12,5.");
  }

  @Test
  void raggedRowsCostThemselvesAlone() {
    Collected out = read(HEADER + "A,30,1,2,3\nB,30,1,2,3,4,5\nC,30,1,2,3,4\n");
    assertThat(out.codes()).containsExactly("wrong_cell_count", "wrong_cell_count");
    assertThat(out.rows).extracting(FeedRow::rowNumber).containsExactly(4L);
    assertThat(out.summary.rows()).isEqualTo(3);
  }

  @Test
  void rowsOfSeparatorsAloneAreNoRecords() {
    Collected out = read(HEADER + "A,30,1,2,3,4\n,,,,,\n , ,,,,\n");
    assertThat(out.codes()).isEmpty();
    assertThat(out.summary.rows()).isEqualTo(1);
  }

  @Test
  void allThatIsWrongWithARowIsTold() {
    Collected out = read(HEADER + ",99,x,-2,3.5,4\n");
    assertThat(out.codes())
        .containsExactly(
            "missing_required_value",
            "unknown_location",
            "not_a_number",
            "number_out_of_range",
            "not_an_integer");
    assertThat(out.summary.badRows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n \n", "\uFEFF"})
  void anEmptyFileIsToldAsEmpty(String text) {
    Collected out = read(text);
    assertThat(out.codes()).containsExactly("empty_file");
    assertThat(out.summary.complete()).isFalse();
  }

  @Test
  void aHeaderAloneIsAFileOfNoRows() {
    Collected out = read(HEADER);
    assertThat(out.codes()).isEmpty();
    assertThat(out.summary.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'A,30,1,2,3,4',missing_header",
    "'package_code,location,new_count,churned_count',missing_required_column",
    "'package_code,location,current_count,Current Count,new_count,churned_count',duplicate_column",
    "'package_code,location,bbs_code,current_count,new_count,churned_count',duplicate_column"
  })
  void aWrongHeaderRefusesTheFile(String header, String code) {
    Collected out = read(header + "\nA,30,1,2,3,4\n");
    assertThat(out.codes()).containsExactly(code);
    assertThat(out.summary.complete()).isFalse();
    assertThat(out.rows).isEmpty();
  }

  @Test
  void unknownColumnsWarnAndAreNotRead() {
    Collected out = read(HEADER.strip() + ",remarks,\nA,30,1,2,3,4,hello,\n");
    assertThat(out.codes()).containsExactly("unknown_column", "unknown_column");
    assertThat(out.rows).hasSize(1);
  }

  @Test
  void aPlaceMayBeGivenByNames() {
    Collected out =
        read(
            """
            package_code,division,district,upazila,current_count,new_count,churned_count
            A,Dhaka,Dhaka,Savar,1,2,3
            B,,,Kaliganj,1,2,3
            C,,,,1,2,3
            D,,Dhakka,,1,2,3
            """);
    assertThat(out.rows).extracting(r -> r.text("location")).containsExactly("302672");
    assertThat(out.codes())
        .containsExactly("ambiguous_location", "missing_required_value", "unknown_location");
    assertThat(out.notices.get(2).expected()).isEqualTo("Dhaka (30); Dhaka (3026)");
  }

  @Test
  void aLegacyCodeIsTranslatedWithAnInfo() {
    Collected out = read(HEADER + "A,৬৫,1,2,3,4\n");
    assertThat(out.codes()).containsExactly("normalized_value", "normalized_value");
    assertThat(out.rows.get(0).text("location")).isEqualTo("45");
  }

  @ParameterizedTest
  @CsvSource({"2026-01,0", "২০২৬-০১,1", "2026-01-01,0", "2025-12,1", "Jan-26,1"})
  void aPeriodColumnMustAgreeWithTheFileName(String cell, int notices) {
    Collected out = read(HEADER.strip() + ",Period\nA,30,1,2,3,4," + cell + "\n");
    assertThat(out.notices).hasSize(notices);
    assertThat(out.rows).hasSize(cell.endsWith("01") || cell.endsWith("১") ? 1 : 0);
  }

  @Test
  void controlCharactersCostTheRow() {
    Collected out = read(HEADER + "A\u0007,30,1,2,3,4\n");
    assertThat(out.codes()).containsExactly("control_characters");
    assertThat(out.notices.get(0).found()).isEqualTo("U+0007");
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    assertThat(read(HEADER.getBytes(StandardCharsets.UTF_16LE)).codes())
        .containsExactly("unreadable_encoding");
    byte[] latin = (HEADER + "caf\u00e9,30,1,2,3,4\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(latin).codes()).containsExactly("unreadable_encoding");
    assertThat(read(new byte[] {'P', 'K', 3, 4, 0}).codes()).containsExactly("unsupported_archive");
  }

  @Test
  void gzipIsToldByItsBytesAndATruncatedOneIsTold() throws IOException {
    byte[] zipped =
        gzip((HEADER + "A,30,1,2,3,4\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
    assertThat(read(zipped).summary.goodRows()).isEqualTo(20_000);
    for (int cut : new int[] {2, 5, 12, zipped.length / 2, zipped.length - 1}) {
      Collected out = read(Arrays.copyOf(zipped, cut));
      assertThat(out.codes()).containsExactly("corrupt_archive");
      assertThat(out.summary.complete()).isFalse();
    }
    zipped[zipped.length / 2] ^= 0x55;
    assertThat(read(zipped).codes()).contains("corrupt_archive");
  }

  @Test
  void anArchiveThatGrowsTooMuchIsRefused() throws IOException {
    byte[] bomb =
        gzip((HEADER + "A,30,1,2,3,4\n" + "\n".repeat(40 << 20)).getBytes(StandardCharsets.UTF_8));
    assertThat(read(bomb).codes()).containsExactly("archive_too_large");
  }

  @Test
  void brokenQuotesRefuseTheFileAndNameTheRow() {
    Collected open = read(HEADER + "A,30,1,2,3,4\n\"B,30,1,2,3,4\nC,30,1,2,3,4\n");
    assertThat(open.codes()).containsExactly("broken_quoting");
    assertThat(open.notices.get(0).rowNumber()).isEqualTo(3);
    Collected after = read(HEADER + "\"B\"x,30,1,2,3,4\n");
    assertThat(after.codes()).containsExactly("broken_quoting");
  }

  @Test
  void sizesAreJudgedOnBothSidesOfTheirLimits() {
    Limits small = new Limits(2_000, 800, 100, 8, 100, 1 << 20, 64);
    assertThat(read(small, HEADER + "A".repeat(64) + ",30,1,2,3,4\n").codes()).isEmpty();
    assertThat(read(small, HEADER + "A".repeat(65) + ",30,1,2,3,4\n").codes())
        .containsExactly("cell_too_long");
    assertThat(read(small, HEADER + "A".repeat(101) + ",30,1,2,3,4\n").codes())
        .containsExactly("cell_too_long");
    assertThat(read(small, HEADER + "A".repeat(800) + ",30,1,2,3,4\n").codes())
        .containsExactly("row_too_long");
    assertThat(read(small, HEADER.strip() + ",a,b\nA,30,1,2,3,4,5,6\n").codes())
        .containsExactly("unknown_column", "unknown_column");
    assertThat(read(small, HEADER.strip() + ",a,b,c\n").codes())
        .containsExactly("too_many_columns");
    String rows = "A,30,1,2,3,4\n".repeat(200);
    assertThat(read(small, HEADER + rows).codes()).containsExactly("file_too_large");
  }

  @Test
  void valuesOfPackagesAreReadAsTheirTypes() {
    String text =
        """
        package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,\
        cir_mbps,price_bdt,has_fup,contention_ratio,status,price_includes_vat
        H20,হোম ২০,residential,20,20.5,20,2.5,"1,200.50",হ্যাঁ,১:৮,Active,না
        H21,x,HOME,0,1,1,1,0,maybe,8,gone,
        """;
    Collected out = read(Feeds.PACKAGES, Limits.DEFAULT, text.getBytes(StandardCharsets.UTF_8));
    FeedRow row = out.rows.get(0);
    assertThat(row.text("package_type")).isEqualTo("RESIDENTIAL");
    assertThat(row.decimal("price_bdt")).isEqualTo(new BigDecimal("1200.50"));
    assertThat(row.bool("has_fup")).isTrue();
    assertThat(row.bool("price_includes_vat")).isFalse();
    assertThat(row.decimal("contention_ratio")).isEqualTo(new BigDecimal("8"));
    assertThat(row.text("status")).isEqualTo("active");
    assertThat(out.codes())
        .containsExactly(
            "normalized_value",
            "normalized_value",
            "unknown_enum_value",
            "number_out_of_range",
            "invalid_boolean",
            "invalid_ratio",
            "unknown_enum_value");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }

  private static Collected read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected read(Limits limits, String text) {
    return read(Feeds.SUBSCRIBERS, limits, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected read(byte[] bytes) {
    return read(Feeds.SUBSCRIBERS, Limits.DEFAULT, bytes);
  }

  private static Collected read(Feed feed, Limits limits, byte[] bytes) {
    Collected out = new Collected();
    try {
      out.summary =
          new CsvFeedReader(limits, new FewPlaces())
              .read(feed, JANUARY, new ByteArrayInputStream(bytes), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
