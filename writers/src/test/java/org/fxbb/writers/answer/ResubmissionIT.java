package org.fxbb.writers.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.fxbb.writers.file.ZipFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The second and later tries of a filing, and the answers to them in all their forms (spec 4.10).
 */
final class ResubmissionIT {
  private static final Path GOLDEN = Path.of("src/test/resources/org/fxbb/writers/answer");
  private static final String NEXT = "isp-0001_subscribers_2026-01_r1.csv";
  private static final String LATER = "2026-02-11T05:00:00Z";
  private static final String RANGE = "at least 0 and at most 2147483647";

  @TempDir Path dropArea;
  private Desk desk;

  @BeforeEach
  void oneRejectedTry() {
    desk = new Desk(dropArea);
    desk.file(1, "FILING", "isp-0001", Desk.NAME, "REJECTED", 5);
    bad(1, 2, "HOME,Savar,-1", "number_out_of_range", "-1", RANGE);
    bad(1, 3, "HOME,<Dhaka & co>,ten", "not_a_number", "ten", null);
    desk.notice(1, 3, "unknown_location", "location", "<Dhaka & co>", "Dhaka (3026)");
    bad(1, 5, "SOHO,Savar,x", "not_a_number", "x", null);
    desk.notice(
        1, null, "too_many_errors", null, "3 of 5 rows", "at most 5 % of the rows, or 1 row");
    desk.notice(1, 4, "normalized_value", "current_count", "১২", "12");
  }

  private void bad(
      long file, int row, String raw, String code, String found, @Nullable String expected) {
    desk.notice(file, row, code, "current_count", found, expected);
    desk.quarantine(file, row, raw);
  }

  /** Rows 2 and 3 became 4 and 5, row 3 lost one of its two errors, row 5 is right, row 6 new. */
  private void secondTry() {
    desk.file(2, "FILING", "isp-0001", NEXT, "ACCEPTED_WITH_ERRORS", 60, LATER);
    bad(2, 4, "HOME,Savar,-1", "number_out_of_range", "-1", RANGE);
    bad(2, 3, "HOME,Dhaka,ten", "not_a_number", "ten", null);
    bad(2, 6, "CORP,Savar,=1+1", "not_a_number", "=1+1", null);
  }

  @Test
  void tellsWhatIsFixedNewAndStillThere() throws IOException {
    secondTry();

    assertThat(desk.write().files()).isEqualTo(2);

    assertThat(desk.answer(NEXT + ".result.json"))
        .contains("Since the try before (%s): 3 fixed, 1 new, 2 still there.".formatted(Desk.NAME))
        .contains("৩টি ঠিক হয়েছে, ১টি নতুন, ২টি এখনও আছে");
    List<String> different = new ArrayList<>();
    for (String form : List.of("result.json", "result.html", "rejected.csv")) {
      compare("rejected." + form, desk.answer(Desk.NAME + "." + form), different);
      compare("resubmission." + form, desk.answer(NEXT + "." + form), different);
    }
    if (!different.isEmpty()) {
      fail("%s differ: run with -Dgolden.update=true, look at it, commit it.", different);
    }
  }

  @Test
  void theOtherWayRoundWhatWasFixedIsNewAgain() {
    secondTry();
    desk.jdbc.update(
        "UPDATE submission_files SET received_at = '2026-02-12 00:00+06' WHERE id = 1", Map.of());
    desk.jdbc.update(
        "UPDATE submission_notices SET file_received_at = '2026-02-12 00:00+06' WHERE submission_file_id = 1",
        Map.of());
    desk.jdbc.update(
        "UPDATE quarantined_rows SET file_received_at = '2026-02-12 00:00+06' WHERE submission_file_id = 1",
        Map.of());

    desk.write();

    assertThat(desk.answer(Desk.NAME + ".result.json"))
        .contains("Since the try before (%s): 1 fixed, 3 new, 2 still there.".formatted(NEXT));
    assertThat(desk.answer(NEXT + ".result.json")).doesNotContain("Since the try before");
  }

  @Test
  void aTrialIsHeldAgainstTheFilingBeforeItAndHasNoEffect() {
    desk.file(2, "TRY", "isp-0001", NEXT, "ACCEPTED", 5, LATER);

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json"))
        .contains("Trial, without legal effect. Accepted: all 5 rows would be in force.")
        .contains("5 fixed, 0 new, 0 still there")
        .contains("put the same file into the folder inbox");
  }

  @Test
  void warningsMakeAnAcceptedFilingAmberAndAreWhatToLookAt() {
    desk.downDays = 2;
    desk.file(2, "FILING", "isp-0001", NEXT, "ACCEPTED", 1, LATER);
    desk.notice(2, null, "fewer_rows_than_replaced", null, "1 row", "10 rows");
    desk.file(3, "FILING", "isp-0002", "isp-0002_subscribers_2026-01.csv", "ACCEPTED", 1);
    desk.file(4, "TRY", "isp-0002", "isp-0002_subscribers_2026-01_r1.csv", "ACCEPTED", 1);
    desk.notice(4, null, "fewer_rows_than_replaced", null, "1 row", "10 rows");

    desk.write();

    assertThat(desk.answerOf("isp-0002", "isp-0002_subscribers_2026-01_r1.csv.result.json"))
        .contains(
            "If it names a mistake, correct it and try the whole file again; if all is as you mean it, put the same file into the folder inbox.");
    String json = desk.answer(NEXT + ".result.json");
    assertThat(json)
        .contains("\"signal\" : \"AMBER\"", "\"warnings\" : 1", "\"deadline_moved_days\" : 2")
        .contains("Accepted with 1 warning: its only row is in force.")
        .contains(
            "The subscribers filing of 2026-01 is late: it was due by the end of 10 February 2026 (moved by 2 days because the filing desk was down).")
        .contains(
            "\"next_step_en\" : \"Look at the warning below. If it names a mistake, correct it and send the whole file again as isp-0001_subscribers_2026-01_r2.csv; if all is as you mean it, nothing needs to be done.\"")
        .contains("গৃহীত, তবে ১টি সতর্কতা আছে:", "নিচের সতর্কতাটি দেখুন। ভুল ধরা পড়লে")
        .contains("এই ফাইলে 1টি সারি, অথচ");
    assertThat(desk.answer(NEXT + ".result.html"))
        .contains("<header class=\"amber\">", "Accepted, 1 warning", "গৃহীত, ১টি সতর্কতা");
    assertThat(desk.answer(Desk.NAME + ".result.html")).contains("<header class=\"red\">");
    assertThat(desk.answerOf("isp-0002", "isp-0002_subscribers_2026-01.csv.result.json"))
        .contains("\"signal\" : \"GREEN\"", "Nothing needs to be done.")
        .doesNotContain("warnings", "late:");
  }

  @Test
  void aWaitingFileIsToldWhatIsWrongWithItAlready() {
    desk.file(2, "FILING", "isp-0001", NEXT, "WAITING", 0, LATER);
    bad(2, 4, "HOME;Savar;ten", "not_a_number", "ten", null);

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json"))
        .contains("Its rows were checked already: 1 error, listed below.")
        .contains(
            "correct the errors and send this file again as isp-0001_subscribers_2026-01_r2.csv.")
        .contains("এখনই যাচাই করা হয়েছে: ১টি ভুল আছে")
        .contains("\"rejected_rows\" : \"%s.rejected.csv\"".formatted(NEXT));
  }

  @Test
  void rejectedRowsHaveTheSeparatorOfTheFile() {
    desk.jdbc.update("UPDATE submission_files SET cell_separator = ';'", Map.of());

    desk.write();

    assertThat(desk.answer(Desk.NAME + ".rejected.csv"))
        .startsWith("\ufeffrow_number;package_code;location;current_count;error_code;")
        .contains("2;HOME;Savar;-1;number_out_of_range;");
  }

  @Test
  void aMemberOfAZipLeavesTheRejectedRowsOfAPlainFileOfItsName() {
    desk.write();
    String plain = desk.answer(Desk.NAME + ".rejected.csv");
    desk.file(2, "FILING", "isp-0001", "isp-0001_2026-01.zip", "ACCEPTED_WITH_ERRORS", 0, LATER);
    desk.file(3, "FILING", "isp-0001", Desk.NAME, "ACCEPTED", 60, LATER);
    desk.file(4, "FILING", "isp-0001", "isp-0001_subscribers_2025-12.csv", "REJECTED", 5, LATER);
    desk.jdbc.update("UPDATE submission_files SET container_id = 2 WHERE id IN (3, 4)", Map.of());
    bad(4, 5, "SOHO,Savar,x", "not_a_number", "x", null);

    desk.write();

    assertThat(desk.answer(Desk.NAME + ".rejected.csv")).isEqualTo(plain);
    String ofMember = "isp-0001_2026-01.zip.isp-0001_subscribers_2025-12.csv.rejected.csv";
    assertThat(desk.answer(ofMember)).contains("SOHO,Savar,x");
    assertThat(desk.answer("isp-0001_2026-01.zip.result.json"))
        .contains("\"rejected_rows\" : \"" + ofMember + "\"");
  }

  @Test
  void aTrialThatWasDecidedAfterTheFilingOfItsNameIsAnsweredBesideIt() {
    desk.file(2, "TRY", "isp-0001", NEXT, "ACCEPTED", 5);
    desk.file(3, "FILING", "isp-0001", NEXT, "ACCEPTED", 5, LATER);

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json")).doesNotContain("Trial");
    assertThat(desk.answer(NEXT + ".try.result.json")).contains("Trial, without legal effect.");

    desk.file(4, "TRY", "isp-0001", NEXT, "ACCEPTED", 5, "2126-01-01T00:00:00Z");
    desk.jdbc.update(
        "UPDATE submission_files SET state_at = '2026-02-12 00:00+06' WHERE id = 3", Map.of());
    desk.write();

    assertThat(desk.answer(NEXT + ".result.json")).contains("Trial");
    assertThat(desk.outbox().resolve(NEXT + ".try.result.json")).doesNotExist();
  }

  @Test
  void theNextRevisionIsAboveAllThatTheDeskHasButTrials() {
    desk.file(2, "FILING", "isp-0001", "isp-0001_subscribers_2026-01_r2.csv", "ACCEPTED", 5, LATER);
    desk.file(3, "TRY", "isp-0001", "isp-0001_subscribers_2026-01_r7.csv", "ACCEPTED", 5, LATER);
    desk.file(4, "FILING", "isp-0002", "isp-0002_subscribers_2026-01_r8.csv", "ACCEPTED", 5, LATER);
    desk.file(5, "FILING", "isp-0001", "isp-0001_subscribers_2025-12_r9.csv", "ACCEPTED", 5, LATER);
    desk.jdbc.update("UPDATE submission_files SET period = '2025-12-01' WHERE id = 5", Map.of());

    desk.write();

    assertThat(desk.answer(Desk.NAME + ".result.json"))
        .contains("send the whole file again as isp-0001_subscribers_2026-01_r3.csv.");
  }

  @Test
  void aSupersededFileIsToldWhatIsInForceNotWhatDisplacedIt() {
    desk.file(2, "FILING", "isp-0001", NEXT, "SUPERSEDED", 5, LATER);
    desk.file(3, "FILING", "isp-0001", "isp-0001_subscribers_2026-01_r2.csv", "SUPERSEDED", 5);
    desk.file(4, "FILING", "isp-0001", "isp-0001_subscribers_2026-01_r3.csv", "ACCEPTED", 5);
    desk.jdbc.update(
        """
        INSERT INTO isps (id, code, btrc_license_no, name_en, license_category_id, license_status)
        OVERRIDING SYSTEM VALUE SELECT 1, 'isp-0001', 'L', 'N', min(id), 'ACTIVE' FROM isp_license_categories
        """,
        Map.of());
    desk.jdbc.update("UPDATE submission_files SET twin_id = 3, isp_id = 1 WHERE id = 2", Map.of());
    desk.notice(2, null, "fewer_rows_than_replaced", null, "5 rows", "10 rows");
    desk.jdbc.update(
        """
        INSERT INTO filing_feeds (isp_id, period, feed, state, late_days, first_received_at, with_errors, in_force_file_id, in_force_revision, updated_at)
        SELECT 1, '2026-01-01', 'subscribers', 'ON_TIME', 0, received_at, false, id, 3, now() FROM submission_files WHERE id = 4
        """,
        Map.of());

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json"))
        .contains("Superseded: isp-0001_subscribers_2026-01_r3.csv is in force instead.")
        .contains("\"signal\" : \"GREY\"", "\"next_step_en\" : \"Nothing needs to be done.\"")
        .doesNotContain("subscribers_2026-01_r2.csv");
  }

  @Test
  void theSameZipAgainIsToldWhereItsAnswerIs() {
    String zip = "isp-0001_2026-01.zip";
    String again = "isp-0001_2026-01_r1.zip";
    desk.file(2, "FILING", "isp-0001", zip, "ACCEPTED_WITH_ERRORS", 0);
    desk.file(3, "FILING", "isp-0001", NEXT, "ACCEPTED_WITH_ERRORS", 60);
    desk.zip(2, 3L);
    desk.write();
    desk.file(4, "FILING", "isp-0001", zip, "DUPLICATE", 0, LATER);
    desk.file(5, "FILING", "isp-0001", again, "DUPLICATE", 0, LATER);
    desk.zip(4);
    desk.zip(5);
    desk.jdbc.update("UPDATE submission_files SET twin_id = 2 WHERE id IN (4, 5)", Map.of());

    desk.write();

    assertThat(desk.answer(again + ".result.json"))
        .contains(
            "Duplicate: the same zip was received before as %s and has its answer.".formatted(zip))
        .contains("See that answer: %s.result.html.".formatted(zip))
        .doesNotContain("0 of 0", "rejected.csv");
    assertThat(desk.answer(zip + ".result.json"))
        .contains(
            "See that answer in the folder history: its name ends in _%s.result.html."
                .formatted(zip));
    assertThat(desk.outbox().resolve("history/20260205T040500000Z_" + zip + ".result.html"))
        .content()
        .contains("Accepted in part: 0 of 1 file of the zip are without errors.");
  }

  @Test
  void aZipTellsOfWhatWasNotReadAndOfWhatIsNotInForce() {
    desk.file(2, "FILING", "isp-0001", "isp-0001_2026-01.zip", "CHECKING", 0);
    desk.file(3, "FILING", "isp-0001", NEXT, "ACCEPTED", 60);
    desk.zip(2, 3L);
    desk.notice(2, null, "repeated_member", null, "isp-0001_pops_2026-01.csv", null);
    desk.file(4, "FILING", "isp-0001", "isp-0001_2026-01_r1.zip", "CHECKING", 0);
    desk.file(5, "FILING", "isp-0001", Desk.NAME, "SUPERSEDED", 60);
    desk.zip(4, 5L);
    desk.file(6, "FILING", "isp-0001", "isp-0001_2026-01_r2.zip", "CHECKING", 0);
    desk.file(7, "FILING", "isp-0001", Desk.NAME, "SUPERSEDED", 60);
    desk.file(8, "FILING", "isp-0001", NEXT, "ACCEPTED", 60);
    desk.zip(6, 7L, 8L);
    new ZipFiles(desk.source).settle(desk.clock.instant());

    desk.write();

    assertThat(desk.answer("isp-0001_2026-01.zip.result.json"))
        .contains(
            "Accepted in part: 1 of 1 file that could be read is without errors; others in the zip were not read, see the notices.")
        .contains("\"signal\" : \"AMBER\"");
    assertThat(desk.answer("isp-0001_2026-01_r1.zip.result.json"))
        .contains("\"state\" : \"SUPERSEDED\"", "\"signal\" : \"GREY\"")
        .contains("Superseded: no file of the zip is in force, later versions are.")
        .doesNotContain("GREEN");
    assertThat(desk.answer("isp-0001_2026-01_r2.zip.result.json"))
        .contains("\"state\" : \"ACCEPTED\"")
        .contains("Accepted: 1 of 2 files of the zip; later versions of the others are in force.");
  }

  @Test
  void anotherMonthIsNotThePreviousTry() {
    secondTry();
    desk.jdbc.update("UPDATE submission_files SET period = '2025-12-01' WHERE id = 1", Map.of());

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json")).doesNotContain("since_previous");
  }

  @Test
  void anUnchangedFileIsToldWhatItsTwinWasTold() {
    desk.file(2, "FILING", "isp-0001", Desk.NAME, "ACCEPTED_WITH_ERRORS", 60, LATER);
    bad(2, 3, "HOME,Dhaka,ten", "not_a_number", "ten", null);
    desk.file(3, "FILING", "isp-0001", NEXT, "DUPLICATE", 0, "2026-02-12T00:00:00Z");
    desk.jdbc.update("UPDATE submission_files SET twin_id = 2 WHERE id = 3", Map.of());

    desk.write();

    assertThat(desk.answer(NEXT + ".result.json"))
        .contains("received before as %s; its answer is repeated here.".formatted(Desk.NAME))
        .contains("Accepted with errors: 1 of 60 rows was not loaded")
        .contains("send the whole file again as isp-0001_subscribers_2026-01_r2.csv")
        .doesNotContain("Nothing needs to be done");
    assertThat(desk.answer(NEXT + ".rejected.csv")).contains("HOME,Dhaka,ten");
  }

  @Test
  void ofTwoFilesOfOneNameTheLaterIsAnsweredWhateverTheirErrors() {
    desk.file(2, "FILING", "isp-0001", Desk.NAME, "ACCEPTED", 60, LATER);
    desk.jdbc.update(
        "UPDATE submission_files SET state = 'SUPERSEDED', twin_id = 2 WHERE id = 1", Map.of());

    assertThat(desk.write().files()).isEqualTo(2);

    assertThat(desk.answer(Desk.NAME + ".result.json")).contains("\"state\" : \"ACCEPTED\"");
    assertThat(desk.outbox().resolve(AnswerHistory.FOLDER)).doesNotExist();
  }

  @Test
  void anOutboxThatCannotBeWrittenToHoldsNobodyUp() throws IOException {
    desk.file(2, "FILING", "isp-0002", "isp-0002_pops_2026-01.csv", "ACCEPTED", 5);
    desk.file(3, "AGENT", "agent-1", "qos_a.ndjson", "ACCEPTED", 5);
    desk.file(4, "AGENT", "agent-2", "qos_b.ndjson", "ACCEPTED", 5);
    Path blocked = Files.createDirectories(desk.outbox().getParent()).resolve("outbox");
    Files.writeString(blocked, "no folder");
    Path agent = dropArea.resolve("agents/agent-1");
    Files.createDirectories(agent.getParent());
    Files.writeString(agent, "no folder");

    Answers.Written first = desk.write();

    assertThat(first.files()).isEqualTo(2);
    assertThat(first.failures())
        .hasSize(2)
        .first()
        .asString()
        .contains(Desk.NAME, "isp-0001/outbox");
    assertThat(dropArea.resolve("isps/isp-0002/outbox/isp-0002_pops_2026-01.csv.result.html"))
        .exists();
    assertThat(dropArea.resolve("agents/agent-2/outbox/2026-02-05.result.json")).exists();

    Files.delete(blocked);
    Files.delete(agent);
    assertThat(desk.write()).isEqualTo(new Answers.Written(2, List.of()));
    assertThat(desk.answer(Desk.NAME + ".result.html")).contains("not_a_number");
    assertThat(agent.resolve("outbox/2026-02-05.result.json")).exists();
  }

  @Test
  void earlierAnswersAreKeptForNinetyDays() throws IOException {
    desk.write();
    desk.jdbc.update("UPDATE submission_files SET state = 'ACCEPTED'", Map.of());
    desk.write();
    Path history = desk.outbox().resolve(AnswerHistory.FOLDER);
    assertThat(names(history))
        .containsExactly(
            "20260205T040500000Z_" + Desk.NAME + ".result.html",
            "20260205T040500000Z_" + Desk.NAME + ".result.json");
    Instant replaced = desk.clock.instant();

    assertThat(forget(replaced.plus(Duration.ofDays(90)))).isZero();
    assertThat(names(history)).hasSize(2);
    assertThat(forget(replaced.plus(Duration.ofDays(90)).plusMillis(1))).isEqualTo(2);
    assertThat(names(history)).isEmpty();
    assertThat(desk.answer(Desk.NAME + ".result.json")).contains("ACCEPTED");
  }

  private long forget(Instant now) {
    return new AnswerHistory(dropArea, Clock.fixed(now, ZoneOffset.UTC)).forget();
  }

  @Test
  void aHundredThousandNoticesAreAllOnThePageInFolds() throws Exception {
    desk.jdbc.update(
        """
        INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, row_number, column_name, found, message_en, message_bn, fix_en)
        SELECT '2026-02-05 10:00+06', 1, 'not_an_integer', 'ERROR', n, 'current_count', '1.5', 'm', 'm', 'f' FROM generate_series(6, 100005) n
        """,
        Map.of());

    desk.write();

    int[] found = {0, 0};
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory
        .newSAXParser()
        .parse(
            new InputSource(desk.outbox().resolve(Desk.NAME + ".result.html").toUri().toString()),
            new DefaultHandler() {
              @Override
              public void startElement(
                  String uri, String local, String name, Attributes attributes) {
                if (name.equals("details")) {
                  found[1]++;
                }
              }

              @Override
              public void characters(char[] ch, int start, int length) {
                if (new String(ch, start, length).equals("1.5")) {
                  found[0]++;
                }
              }
            });
    assertThat(found[0]).isEqualTo(100_000);
    assertThat(found[1]).as("one for each code, and 200 of 500").isEqualTo(6 + 200);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static void compare(String name, String found, List<String> different)
      throws IOException {
    Path golden = GOLDEN.resolve(name);
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!found.equals(expected)) {
      different.add(golden.toString());
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, found);
      }
    }
  }
}
