package org.fxbb.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxbb.reports.document.ExtractedText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardsIT {
  @TempDir static Path folder;
  static List<Path> files;
  static final AtomicInteger drawn = new AtomicInteger();

  @BeforeAll
  static void render() throws Exception {
    SmallNation nation = new SmallNation();
    files =
        Reports.renderScorecards(
            nation.report(), SmallNation.PERIOD, folder, null, drawn::incrementAndGet);
    String look = System.getProperty("fxbb.look", "");
    if (!look.isEmpty()) {
      for (Path file : files) {
        Files.copy(
            file,
            Path.of(look, file.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void everyLicensedIspGetsAScorecardOfTwoToFourPages() throws Exception {
    assertThat(files).hasSize(16);
    assertThat(drawn).hasValue(14);
    for (Path file : files.subList(0, 14)) {
      PdfReader reader = new PdfReader(file.toString());
      assertThat(reader.getNumberOfPages()).as("pages of %s", file).isBetween(1, 4);
      assertThat(ExtractedText.ofPage(reader, 1)).contains("R2", "PROVISIONAL, INDICATIVE");
    }
  }

  @Test
  void everyScorecardPrintsTheAuditSealAndTheManifestListsThemAll() throws Exception {
    assertThat(text("isp-0001")).contains(SmallNation.SEAL.toString());
    assertThat(Files.readString(files.get(15)))
        .contains("\"figures.json\"", "\"isp-0001.pdf\"", "\"isp-0014.pdf\"")
        .contains(SmallNation.SEAL.sha256());
  }

  @Test
  void labelsAreInBothLanguages() throws Exception {
    String text = text("isp-0001");
    assertThat(text).contains("Download speed", "ডাউনলোড গতি", "What to do / করণীয়");
  }

  @Test
  void anIspWithoutAgentsGetsNoScoreAndIsToldWhatToDo() throws Exception {
    String text = text("isp-0014");
    assertThat(text).contains("No score", "Not measured", "পরিমাপ হয়নি", "See that the agents");
  }

  @Test
  void violationsThatAreNotConfirmedPrintAsAllegedInBothLanguages() throws Exception {
    assertThat(text("isp-0005")).contains("Alleged (detected)", "কথিত");
  }

  @Test
  void revenueAmountsAreNowhere() throws Exception {
    for (Path file : files.subList(0, 14)) {
      assertThat(ExtractedText.ofDocument(new PdfReader(file.toString())))
          .doesNotContain("987,654,321", "987654321", "1,234,567");
    }
  }

  private static String text(String isp) throws Exception {
    return ExtractedText.ofDocument(
        new PdfReader(folder.resolve("2026-01").resolve("R2").resolve(isp + ".pdf").toString()));
  }
}
