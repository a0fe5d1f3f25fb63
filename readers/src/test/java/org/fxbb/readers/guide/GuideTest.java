package org.fxbb.readers.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.fxbb.readers.Limits;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.FeedText;
import org.fxbb.readers.feed.FeedText.Text;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.FilingPolicy;
import org.fxbb.readers.feed.FilingRules;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.feed.LocationResolver.Found;
import org.fxbb.readers.notice.Notice;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** The documents for senders are complete, in both languages, and agree with the reader. */
class GuideTest {
  private static final Path STORED = Path.of("guide");
  private static final Pattern BANGLA = Pattern.compile("\\p{IsBengali}");

  @Test
  void everyColumnOfEveryFeedIsDescribedInBothLanguages() {
    for (Feed feed : Feeds.listAll()) {
      FeedText text = FeedText.of(feed);
      List<Text> all = new ArrayList<>(text.columns().values());
      all.add(text.feed());
      for (Text one : all) {
        String as = feed.name() + ": " + one;
        assertThat(one.titleEn() + one.meaningEn()).as(as).doesNotContainPattern(BANGLA);
        assertThat(List.of(one.titleEn(), one.meaningEn())).as(as).noneMatch(String::isBlank);
        assertThat(one.titleBn()).as(as).containsPattern(BANGLA);
        assertThat(one.meaningBn()).as(as).containsPattern(BANGLA);
      }
    }
  }

  @Test
  void aFeedWithoutWordsIsNamed() {
    assertThatThrownBy(() -> FeedText.of(HistoryFeeds.QOS))
        .hasMessage(
            "Cannot describe the feed history_qos: expected history_history_qos.csv beside Feeds, found none.");
  }

  /** The rows of an example, read as a filing for January 2026. */
  private static List<FeedRow> rows(Feed feed, List<Notice> notices) throws IOException {
    List<FeedRow> rows = new ArrayList<>();
    byte[] example = Sheets.example(feed).getBytes(StandardCharsets.UTF_8);
    new CsvFeedReader(Limits.DEFAULT, place -> new Found(String.valueOf(place.code()), false))
        .read(
            feed,
            YearMonth.of(2026, 1),
            new ByteArrayInputStream(example),
            new FeedRowSink() {
              @Override
              public void row(FeedRow row) {
                rows.add(row);
              }

              @Override
              public void rejected(RejectedRow row, List<Notice> reasons) {}

              @Override
              public void notice(Notice notice) {
                notices.add(notice);
              }
            });
    return rows;
  }

  @Test
  void examplesAreReadWithoutANotice() throws IOException {
    for (Feed feed : Feeds.listAll()) {
      List<Notice> notices = new ArrayList<>();
      List<FeedRow> rows = rows(feed, notices);
      FilingRules rules = new FilingRules(FilingPolicy.none());
      rows.forEach(row -> notices.addAll(rules.check(row)));
      assertThat(notices).as(feed.name()).isEmpty();
      assertThat(rows).as(feed.name()).hasSize(FeedText.exampleRows());
    }
  }

  @Test
  void theTemplateIsTheHeaderOfTheExample() {
    for (Feed feed : Feeds.listAll()) {
      String template = Sheets.template(feed);
      assertThat(template).startsWith("\ufeff" + feed.columns().get(0).name()).endsWith("\r\n");
      assertThat(Sheets.example(feed)).startsWith(template);
    }
  }

  @Test
  void schemasUseTypesAndConstraintsOfTheStandard() {
    String packages = TableSchema.of(Feeds.PACKAGES);
    assertThat(packages)
        .contains("\"primaryKey\" : [ \"package_code\" ]")
        .contains("\"exclusiveMinimum\" : 0")
        .contains("\"pattern\" : \"1:[0-9]+\"")
        .contains("\"enum\" : [ \"active\", \"discontinued\" ]");
    assertThat(TableSchema.of(Feeds.POPS))
        .as("a key with an optional column is no primary key")
        .contains("\"uniqueKeys\" : [ [ \"location\", \"pop_type\", \"pop_code\" ] ]")
        .doesNotContain("primaryKey");
  }

  @Test
  void thePageIsWellFormedAndNamesTheIspsOwnFiles() throws Exception {
    String page = Guide.ofFilings().page(facts("isp-<7>"));
    assertThat(page).contains("isp-&lt;7&gt;_packages_2026-01_r1.csv").doesNotContain("{isp}");
    SAXParserFactory.newInstance()
        .newSAXParser()
        .parse(new InputSource(new StringReader(page)), new DefaultHandler());
  }

  @Test
  void theGuidesInTheRepositoryAreFresh() throws IOException {
    Set<String> stale = new TreeSet<>();
    stale.addAll(listStale("filing", Guide.ofFilings(), facts("isp-0142")));
    stale.addAll(listStale("registry", Guide.ofRegistry(), facts("manual")));
    if (!stale.isEmpty()) {
      fail(
          "readers/guide is stale: %s. Run with -Dgolden.update=true, look at the difference, commit it."
              .formatted(stale));
    }
  }

  private static Guide.Facts facts(String sender) {
    return new Guide.Facts(sender, 10, 3, null, List.of("pop01", "pop02", "pop07"));
  }

  @Test
  void thePageOfAnIspNamesItsMonthItsLastDayAndItsPops() {
    Guide.Due due = new Guide.Due(YearMonth.of(2026, 10), LocalDate.of(2026, 11, 10));

    String page =
        Guide.ofFilings().page(new Guide.Facts("isp-0142", 10, 3, due, List.of("p1", "p<2>")));

    assertThat(page)
        .contains("To be filed now: <strong>2026-10</strong>. The last day is <strong>2026-11-10")
        .contains("এখন যে মাসের তথ্য জমা দিতে হবে: <strong>2026-10</strong>")
        .contains("Your registered PoP codes: <bdi>p1, p&lt;2&gt;</bdi>")
        .contains("isp-0142_packages_2026-10_r1.csv", "isp-0142_2026-10.zip")
        .doesNotContain("_2026-01");
    assertThat(Guide.ofFilings().page(new Guide.Facts("isp-0142", 10, 3, due, List.of())))
        .contains("No PoP of yours is registered yet");
  }

  /** The four mandatory examples are one ISP's: what one names, the others know. */
  @Test
  void theExamplesOfOneMonthAgree() throws IOException {
    List<Notice> none = new ArrayList<>();
    List<String> filed =
        rows(Feeds.PACKAGES, none).stream()
            .map(row -> row.text("package_code") + " " + row.integer("subscriber_count"))
            .toList();
    assertThat(
            rows(Feeds.SUBSCRIBERS, none).stream()
                .map(row -> row.text("package_code") + " " + row.integer("current_count")))
        .containsExactlyElementsOf(filed);
    assertThat(rows(Feeds.REVENUE, none).stream().map(row -> row.text("package_code")))
        .containsExactly("H20", "H40", "C100");
  }

  private static Set<String> listStale(String folder, Guide guide, Guide.Facts facts)
      throws IOException {
    Map<String, String> fresh = new TreeMap<>(guide.listFiles());
    fresh.put(Guide.PAGE, guide.page(facts));
    Path stored = Files.createDirectories(STORED.resolve(folder));
    Set<String> stale = new TreeSet<>();
    for (Map.Entry<String, String> file : fresh.entrySet()) {
      Path path = stored.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        stale.add(path.toString());
        if (Boolean.getBoolean("golden.update")) {
          Files.writeString(path, file.getValue());
        }
      }
    }
    try (Stream<Path> files = Files.list(stored)) {
      files
          .filter(file -> !fresh.containsKey(String.valueOf(file.getFileName())))
          .forEach(file -> stale.add(file.toString()));
    }
    return stale;
  }
}
