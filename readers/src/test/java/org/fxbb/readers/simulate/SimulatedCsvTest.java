package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.CsvSummary;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.LocationResolver;
import org.fxbb.readers.name.DropFileName;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's own reader says about simulated CSV files. */
class SimulatedCsvTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

  /** Kind of file and notice code, INFO in brackets. */
  private final Set<String> found = new TreeSet<>();

  private final Set<String> codes = new HashSet<>();
  private long rowsRead;

  SimulatedCsvTest() {
    for (String[] row : ResourceTable.rows("geography.csv")) {
      codes.add(row[0]);
      codes.add(row[0].substring(0, 2));
    }
  }

  @Test
  void healthyFilesReadWithoutANotice(@TempDir Path out) throws IOException {
    Simulator.run(new SimulationPlan(30, 10, FROM, 1, 3, false), out, ProgressListener.SILENT);
    readAll(out);

    assertThat(found).isEmpty();
    assertThat(rowsRead).isGreaterThan(500);
  }

  @Test
  void faultyFilesReadWithThePlantedNoticesOnly(@TempDir Path out) throws IOException {
    Simulator.run(new SimulationPlan(60, 1, FROM, 1, 3, true), out, ProgressListener.SILENT);
    readAll(out);

    assertThat(found)
        .containsExactly(
            "[coverage normalized_value]",
            "[packages normalized_value]",
            "pops unknown_file_name",
            "revenue not_a_number",
            "subscribers not_a_number",
            "subscribers unknown_location");
  }

  private void readAll(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      DropFileName.Parsed parsed = DropFileName.parse(file.getFileName().toString());
      if (parsed instanceof DropFileName.Unknown unknown) {
        found.add("pops " + unknown.notice().code());
      } else if (parsed instanceof DropFileName.Known known
          && known.name() instanceof DropFileName.FilingName name) {
        read(file, name.feed(), name.period());
      } else if (parsed instanceof DropFileName.Known known
          && known.name() instanceof DropFileName.RegistryName name) {
        read(file, name.feed(), null);
      }
    }
  }

  private void read(Path file, Feed feed, @Nullable YearMonth period) throws IOException {
    CsvFeedReader reader = new CsvFeedReader(Limits.DEFAULT, this::resolve);
    try (InputStream in = Files.newInputStream(file)) {
      CsvSummary summary = reader.read(feed, period, in, new Sink(feed.name()));
      assertThat(summary.complete()).isTrue();
    }
  }

  private LocationResolver.Resolution resolve(LocationResolver.Place place) {
    String code = place.code();
    return code != null && codes.contains(code)
        ? new LocationResolver.Found(code, false)
        : new LocationResolver.NotFound(List.of());
  }

  private final class Sink implements FeedRowSink {

    private final String feed;

    Sink(String feed) {
      this.feed = feed;
    }

    @Override
    public void row(FeedRow row) {
      rowsRead++;
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> why) {
      assertThat(why).isNotEmpty();
    }

    @Override
    public void notice(Notice notice) {
      String what = feed + " " + notice.code();
      found.add(notice.severity() == Severity.INFO ? "[" + what + "]" : what);
    }
  }
}
