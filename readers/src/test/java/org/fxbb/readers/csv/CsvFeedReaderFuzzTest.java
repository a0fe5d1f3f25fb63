package org.fxbb.readers.csv;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Column;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Dribble;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any file of any feed gives rows and notices, the same ones however its bytes arrive. The first
 * line of an input names the feed, the rest is the file.
 */
class CsvFeedReaderFuzzTest {
  private static final List<Feed> FEEDS =
      Stream.concat(
              Feeds.listAll().stream(),
              Stream.of(HistoryFeeds.INTERFACES, HistoryFeeds.SESSIONS, HistoryFeeds.QOS))
          .toList();
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  /** What is read before these depends on how many bytes came at a time. */
  private static final Set<String> ANYWHERE =
      Set.of("corrupt_archive", "archive_too_large", "file_too_large");

  private final CsvFeedReader reader = new CsvFeedReader(LIMITS, new FewPlaces());

  static List<byte[]> seeds() {
    List<String> written = new ArrayList<>();
    for (Feed feed : FEEDS) {
      String header = feed.columns().stream().map(Column::name).collect(Collectors.joining(","));
      String row = feed.columns().stream().map(GoodCell::of).collect(Collectors.joining(","));
      written.add(tag(feed) + "\n" + header + "\n" + row + "\n");
      written.add(tag(feed) + "\n\uFEFF" + (header + "\r\n" + row).replace(',', ';') + "\r\n");
    }
    written.add(
        "FILING subscribers\nsep=;\npackage_code;division;district;upazila;current_count;"
            + "new_count;churned_count\n\"A;\"\"B\"\"\nC\";Dhaka;Dhaka;Savar;১,২৩৪; 5 ;1.0\n;;;;;;\n");
    return Corpus.of(CsvFeedReaderFuzzTest.class, written.toArray(String[]::new));
  }

  private static String tag(Feed feed) {
    return feed.kind() + " " + feed.name();
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aFileGivesRowsAndNotices(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String name = text.substring(0, Math.max(0, end));
    Feed feed =
        FEEDS.stream()
            .filter(f -> tag(f).equals(name))
            .findFirst()
            .orElse(FEEDS.get(Math.floorMod(name.hashCode(), FEEDS.size())));
    byte[] file = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    Collected whole = read(feed, new ByteArrayInputStream(file));
    checkBalance(whole);
    whole.rows.forEach(CsvFeedReaderFuzzTest::checkRow);
    whole.rejected.forEach(row -> row.cells().forEach(Sound::text));
    Collected dribbled = read(feed, new Dribble(file));
    boolean comparable = whole.codes().stream().noneMatch(ANYWHERE::contains);
    check(
        !comparable || told(whole).equals(told(dribbled)),
        "something else in smaller pieces",
        told(whole),
        told(dribbled));
  }

  @Test
  void soDoesEveryMutationOfTheCorpus() throws IOException {
    for (byte[] input : Corpus.mutations(seeds(), 5_000).toList()) {
      aFileGivesRowsAndNotices(input);
    }
  }

  private Collected read(Feed feed, InputStream bytes) throws IOException {
    Collected out = new Collected();
    YearMonth period = feed.kind() == Feed.Kind.FILING ? YearMonth.of(2026, 1) : null;
    out.summary = reader.read(feed, period, bytes, out);
    return out;
  }

  private static List<Object> told(Collected out) {
    List<Object> told = new ArrayList<>(out.notices);
    told.addAll(out.rejected);
    out.rows.forEach(row -> told.add(values(row)));
    return told;
  }

  private static List<Object> values(FeedRow row) {
    List<Object> values = new ArrayList<>();
    values.add(row.rowNumber());
    row.feed().columns().forEach(column -> values.add(String.valueOf(row.value(column.name()))));
    return values;
  }

  private static void checkBalance(Collected out) {
    CsvSummary summary = out.summary;
    check(
        summary.goodRows() == out.rows.size(),
        "the summary is not what was given",
        summary,
        out.rows.size());
    check(
        summary.badRows() == out.rejected.size(),
        "the summary is not what was given",
        summary,
        out.rejected.size());
    check(summary.rows() == summary.goodRows() + summary.badRows(), "no balance", summary);
    out.notices.forEach(Sound::notice);
    long fatal = out.notices.stream().filter(n -> n.severity() == Severity.FATAL).count();
    check(summary.complete() == (fatal == 0), "complete or fatal, not both", summary, fatal);
    Set<Long> blamed =
        out.notices.stream()
            .filter(n -> n.severity() == Severity.ERROR)
            .map(Notice::rowNumber)
            .collect(Collectors.toSet());
    Set<Long> rejected =
        out.rejected.stream().map(RejectedRow::rowNumber).collect(Collectors.toSet());
    check(blamed.equals(rejected), "rows with errors are not those rejected", blamed, rejected);
    check(
        out.rows.stream().noneMatch(row -> rejected.contains(row.rowNumber())),
        "a row was loaded and rejected");
  }

  private static void checkRow(FeedRow row) {
    for (Column column : row.feed().columns()) {
      CellParserFuzzTest.checkValue(column, row.value(column.name()));
    }
  }
}
