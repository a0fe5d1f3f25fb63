package org.fxbb.readers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialect of spec 4.3, case by case, as {@code conformance.txt} writes it down. */
class ConformanceTest {

  static List<ConformanceCase> cases() throws IOException {
    return ConformanceCase.listAll();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFilingSaysWhatItsBytesSay(ConformanceCase given) throws IOException {
    Feed feed = given.feed();
    Outcome out = new Outcome();
    YearMonth month = feed.kind() == Kind.FILING ? YearMonth.of(2026, 1) : null;
    CsvSummary summary =
        new CsvFeedReader(given.limits(), new FewPlaces())
            .read(feed, month, new ByteArrayInputStream(given.bytes()), out);

    assertThat(out.lines()).isEqualTo(given.expected('1'));
    assertThat(summary.complete()).isEqualTo(!out.isRefused());
  }

  @Test
  void theLimitsAreThoseOfTheSpecification() {
    assertThat(Limits.DEFAULT.fileBytes()).isEqualTo(200L * 1024 * 1024);
    assertThat(Limits.DEFAULT.rowChars()).isEqualTo(1024 * 1024);
    assertThat(Limits.DEFAULT.cellChars()).isEqualTo(64 * 1024);
    assertThat(Limits.DEFAULT.columns()).isEqualTo(500);
    assertThat(Limits.DEFAULT.archiveRatio()).isEqualTo(100);
  }

  @Test
  void noCaseIsThereTwice() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }
}
