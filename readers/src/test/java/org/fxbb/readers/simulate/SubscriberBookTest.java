package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures that reconciliation compares must agree exactly where nothing is planted. */
class SubscriberBookTest {

  private static final SimulationPlan PLAN =
      new SimulationPlan(20, 30, LocalDate.of(2026, 1, 1), 60, 3, false);
  private static final Streams STREAMS = new Streams(3);

  @Test
  void everyMonthRollsForwardFromTheOneBefore() {
    for (IspProfile isp : nation().isps()) {
      SubscriberBook book = new SubscriberBook(isp, 3, STREAMS);
      for (int month = 1; month < 3; month++) {
        List<SubscriberBook.Line> before = book.month(month - 1);
        List<SubscriberBook.Line> lines = book.month(month);
        for (int i = 0; i < lines.size(); i++) {
          assertThat(lines.get(i).opening()).isEqualTo(before.get(i).current());
        }
      }
    }
  }

  @Test
  void theOpeningMonthOpensWithItsCurrentCount() {
    for (IspProfile isp : nation().isps()) {
      assertThat(new SubscriberBook(isp, 1, STREAMS).month(0))
          .allMatch(line -> line.opening() == line.current());
    }
  }

  @Test
  void whoPaysIsAWholeNumberOfSubscribers() {
    for (IspProfile isp : nation().isps()) {
      assertThat(new SubscriberBook(isp, 3, STREAMS).month(2))
          .allMatch(line -> (line.opening() + line.current()) % 2 == 0 && line.paying() > 0);
    }
  }

  @Test
  void subscribersOutsideTheLicenceRollForwardToo() {
    IspProfile isp = nation().isps().get(5);
    SubscriberBook book = new SubscriberBook(isp, 3, STREAMS);
    int before = book.month(1).size();
    book.addOutsideLicence(new Place("109999", "Elsewhere", "অন্যত্র", 22, 90), 1);

    SubscriberBook.Line joined = book.month(1).get(before);
    SubscriberBook.Line stayed = book.month(2).get(before);
    assertThat(joined.opening()).isZero();
    assertThat(joined.current()).isEqualTo(joined.joined()).isEqualTo(stayed.opening());
    assertThat(stayed.current()).isEqualTo(stayed.opening());
  }

  @Test
  void locationsAreInsideTheLicence() {
    for (IspProfile isp : nation().isps()) {
      assertThat(isp.locations()).allMatch(isp::covers);
      assertThat(isp.locations()).containsAll(isp.popPlaces());
    }
  }

  private static NationPlan nation() {
    return NationPlan.of(PLAN, STREAMS, new Geography());
  }
}
