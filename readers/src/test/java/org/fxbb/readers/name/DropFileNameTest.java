package org.fxbb.readers.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.name.DropFileName.DumpName;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.name.DropFileName.Known;
import org.fxbb.readers.name.DropFileName.RegistryName;
import org.fxbb.readers.name.DropFileName.Unknown;
import org.fxbb.readers.name.DropFileName.ZipName;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of spec 4.2 and 4.8. */
class DropFileNameTest {

  @Test
  void filingsDumpsAndRegistryFilesAreToldApart() {
    assertThat(known("isp-0142_packages_2026-01.csv"))
        .isEqualTo(new FilingName("isp-0142", Feeds.PACKAGES, YearMonth.of(2026, 1), 0, false));
    assertThat(known("ISP-0142_Pops_2026-12_R12.CSV.GZ"))
        .isEqualTo(new FilingName("isp-0142", Feeds.POPS, YearMonth.of(2026, 12), 12, true));
    assertThat(known("pops_2026-01-31.csv"))
        .isEqualTo(new RegistryName(Feeds.POPS_REGISTRY, LocalDate.of(2026, 1, 31), false));
    String uuid = "5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10";
    assertThat(known("QoS_" + uuid.toUpperCase(Locale.ROOT) + "_20260131T235959z.NDJSON.gz"))
        .isEqualTo(
            new DumpName(
                OriginatorType.QOS_AGENT,
                UUID.fromString(uuid),
                Instant.parse("2026-01-31T23:59:59Z"),
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "ISP-0142_2026-01.ZIP,isp-0142_2026-01.zip",
    "isp-0142_filing_2026-01_r2.zip,isp-0142_2026-01_r2.zip",
    "isp-0142_packages_2026-01.zip,isp-0142_2026-01.zip",
    "isp-0142_all_my_feeds_2026-01.zip,isp-0142_2026-01.zip"
  })
  void aZipIsNamedAfterIspAndMonth(String name, String canonical) {
    assertThat(known(name)).isInstanceOf(ZipName.class);
    assertThat(known(name).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isp-0142_packages_2026-01.csv",
        "isp-0142_revenue_2026-01_r2.csv.gz",
        "snmp_5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10_20260131T000000Z.ndjson",
        "thresholds_2026-01-31.csv"
      })
  void theCanonicalNameIsTheNameItself(String name) {
    assertThat(known(name).canonical()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "isp-0142_packages_2026-01 (1).csv,isp-0142_packages_2026-01.csv",
    "Copy of isp-0142_packages_2026-01.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_packages_2026-01 - Copy.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_packages_2026-01.csv.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_packages_2026-01.csv.txt,isp-0142_packages_2026-01.csv",
    "isp-0142_package_2026-01.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_subscribres_2026-1.csv,isp-0142_subscribers_2026-01.csv",
    "isp-0142 packages 2026-01.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_packages_202601.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_packages_২০২৬-০১.csv,isp-0142_packages_2026-01.csv",
    "isp-0142_2026-01 (1).zip,isp-0142_2026-01.zip",
    "january.zip,<isp_code>_<yyyy-mm>.zip",
    "pops_20260131.csv,pops_2026-01-31.csv"
  })
  void theRightNameIsToldWhereItCanBeGuessed(String name, String right) {
    assertThat(unknown(name).notice().expected()).isEqualTo(right);
    assertThat(unknown(name).notice().fix())
        .isEqualTo("Rename the file to " + right + " and send it again.");
  }

  @ParameterizedTest
  @CsvSource({
    "isp-0142_packages_2026-01.xlsx,isp-0142_packages_2026-01.csv",
    "ISP-0142 packages 2026-01 (2).XLS,isp-0142_packages_2026-01.csv",
    "isp-0142_pops_2026-01.csv.ods,isp-0142_pops_2026-01.csv"
  })
  void aWorkbookIsToldWhatToSaveItAs(String name, String right) {
    Notice notice = unknown(name).notice();
    assertThat(notice.code()).isEqualTo("workbook_instead_of_csv");
    assertThat(notice.fix())
        .isEqualTo(
            "Open it in the spreadsheet, choose Save As, type \"CSV UTF-8 (Comma delimited)\", and send the new file, named "
                + right
                + ".");
  }

  @Test
  void whereNothingCanBeGuessedBothFormsAreNamedInBothLanguages() {
    Notice notice = unknown("january.csv").notice();
    assertThat(notice.expected())
        .startsWith("<isp_code>_<feed>_<yyyy-mm>.csv, where feed is one of packages,")
        .endsWith(", or <isp_code>_<yyyy-mm>.zip");
    assertThat(notice.messageBn())
        .contains("অথবা <isp_code>_<yyyy-mm>.zip")
        .doesNotContain("where");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../../etc/passwd",
        "isp-0142_packages_2026-13.csv",
        "isp-0142_packages_2026-00.csv",
        "isp-0142_packages_1999-12.csv",
        "isp-0142_voice_2026-01.csv",
        "isp-0142_isps_2026-01.csv",
        "_packages_2026-01.csv",
        "isp-0142_packages_2026-01_r.csv",
        "isp-0142_2026-13.zip",
        "2026-01.zip",
        "pops_2026-02-30.csv",
        "packages_2026-01-31.csv",
        "qos_not-a-uuid_20260131T000000Z.ndjson",
        "qos_5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10_20260231T000000Z.ndjson",
        "qos_5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10_20260131T250000Z.ndjson",
        "a\u0000b.csv"
      })
  void otherNamesAreUnknownAndNeverThrow(String name) {
    assertThat(unknown(name).notice().expected()).isNotEmpty().isNotEqualTo(name);
  }

  @Test
  void endlessNamesAreUnknown() {
    assertThat(unknown("a".repeat(100_000) + ".csv").notice().found()).hasSize(200);
  }

  private static DropFileName known(String name) {
    return ((Known) DropFileName.parse(name)).name();
  }

  private static Unknown unknown(String name) {
    return (Unknown) DropFileName.parse(name);
  }
}
