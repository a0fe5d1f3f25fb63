package org.fxbb.cron.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxbb.cron.EngineFailure;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.LocationResolver.Ambiguous;
import org.fxbb.readers.feed.LocationResolver.Found;
import org.fxbb.readers.feed.LocationResolver.NotFound;
import org.fxbb.readers.feed.LocationResolver.Place;
import org.fxbb.readers.guide.Sheets;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.notice.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCheckTest {
  private static final PublishedPlaces PLACES = new PublishedPlaces();

  @Test
  void aGoodFilingHasNothingToTell(@TempDir Path folder) throws IOException {
    FileCheck check =
        check(
            folder,
            "isp-0001_subscribers_2026-01.csv",
            """
            package_code,location,current_count,new_count,churned_count
            P1,3026,10,1,0
            """);

    assertThat(check.foundSomething()).isFalse();
    assertThat(check.read()).isEqualTo(1);
  }

  @Test
  void aBadRowIsToldByRowAndColumn(@TempDir Path folder) throws IOException {
    FileCheck check =
        check(
            folder,
            "isp-0001_subscribers_2026-01.csv",
            """
            package_code,location,current_count,new_count,churned_count
            P1,3026,10,1,0
            P1,9999,ten,1,0
            """);

    assertThat(check.worst()).isEqualTo(Severity.ERROR);
    assertThat(check.bad()).isEqualTo(1);
    assertThat(check.notices())
        .extracting(Notice::code)
        .containsExactlyInAnyOrder("unknown_location", "not_a_number");
  }

  @Test
  void rowsAreHeldAgainstThemselvesAndEachOther(@TempDir Path folder) throws IOException {
    FileCheck check =
        check(
            folder,
            "isp-0001_packages_2026-01.csv",
            """
            package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status
            H20,Home 20,RESIDENTIAL,20,20,20,2,800,false,active
            H20,Home 20,RESIDENTIAL,20.0,20,20,2,800,false,active
            H20,Home 20,RESIDENTIAL,20,20,20,2,900,false,active
            H40,Home 40,RESIDENTIAL,40,40,30,2,900,false,active
            """);

    assertThat(check.notices())
        .extracting(notice -> notice.rowNumber() + " " + notice.code())
        .containsExactly(
            "4 duplicate_key", "5 package_speed_above_mir", "5 package_speed_above_mir");
    assertThat(check.bad()).isEqualTo(1);
    assertThat(check.coverage().ran()).contains("repeated keys");
    assertThat(check.coverage().notRun()).contains("price_above_tariff_cap", "duplicate_file");
  }

  @Test
  void everyCheckThatIsLeftToIntakeIsARule() {
    for (Feed feed : Feeds.listAll()) {
      assertThat(Coverage.ofCsv(feed, new RepeatedKeys()).notRun())
          .allMatch(code -> NoticeCatalogue.findByCode(code).isPresent());
    }
    assertThat(Coverage.ofDump().notRun())
        .allMatch(code -> NoticeCatalogue.findByCode(code).isPresent());
  }

  @Test
  void theExamplesOfTheGuideAreGoodFilings(@TempDir Path folder) throws IOException {
    for (Feed feed : Feeds.listAll()) {
      if (feed.kind() == Kind.FILING) {
        String name = "isp-0001_%s_2026-01.csv".formatted(feed.name());
        assertThat(check(folder, name, Sheets.example(feed)).notices()).as(name).isEmpty();
      }
    }
  }

  @Test
  void aNameThatNobodyKnowsIsTheFinding(@TempDir Path folder) throws IOException {
    FileCheck check = check(folder, "January final (1).csv", "a,b\n");

    assertThat(check.what()).isNull();
    assertThat(check.notices()).extracting(Notice::code).containsExactly("unknown_file_name");
  }

  @Test
  void aFileThatIsNotThereIsAFailureOfTheCommand(@TempDir Path folder) {
    Path file = folder.resolve("isp-0001_subscribers_2026-01.csv");

    assertThatThrownBy(() -> FileCheck.of(file))
        .isInstanceOf(EngineFailure.class)
        .hasMessage(
            "Cannot validate %s: expected a file that can be read, found none.".formatted(file));
  }

  @Test
  void placesAreFoundByCodeLegacyCodeNameAndAlias() {
    assertThat(PLACES.resolve(new Place("3026", null, null, null)))
        .isEqualTo(new Found("3026", false));
    assertThat(PLACES.resolve(new Place("65", null, null, null))).isEqualTo(new Found("45", true));
    assertThat(PLACES.resolve(new Place(null, "dhaka", "DHAKA", null)))
        .isEqualTo(new Found("3026", false));
    assertThat(PLACES.resolve(new Place(null, "Barisal", null, null)))
        .isEqualTo(new Found("10", true));
    assertThat(PLACES.resolve(new Place(null, null, null, "Kaliganj")))
        .isInstanceOf(Ambiguous.class);
    assertThat(PLACES.resolve(new Place(null, "Dhakka", null, null)))
        .isInstanceOfSatisfying(
            NotFound.class, unknown -> assertThat(unknown.nearest()).contains("Dhaka (30)"));
  }

  private static FileCheck check(Path folder, String name, String text) throws IOException {
    return FileCheck.of(Files.writeString(folder.resolve(name), text));
  }
}
