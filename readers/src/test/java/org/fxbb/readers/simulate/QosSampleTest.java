package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The worst line without a fault stays well inside every limit of spec 5.2 in the peak. */
class QosSampleTest {

  private static final int TESTS = 50_000;
  private final QosSample sample = new QosSample();
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void middlingLinesKeepAllLimits() {
    int slow = 0;
    int lost = 0;
    int unreachable = 0;
    int outside = 0;
    for (int i = 0; i < TESTS; i++) {
      sample.draw(random, 1, 1);
      slow += sample.download < 0.8 ? 1 : 0;
      lost += sample.lost[0];
      outside += sample.rtt[0] > 50 || sample.rtt[1] > 100 || sample.rtt[2] > 300 ? 1 : 0;
      outside += sample.jitter[0] > 30 || sample.dns[3] > 500 ? 1 : 0;
      int reached = 0;
      for (boolean page : sample.reachable) {
        reached += page ? 20 : 0;
      }
      unreachable += reached < 80 ? 1 : 0;
    }
    assertThat(slow).isLessThan(TESTS * 2 / 100);
    assertThat(lost).isLessThan(TESTS * QosSample.PACKETS / 200);
    assertThat(outside).isZero();
    assertThat(unreachable).isLessThan(TESTS / 1_000);
  }

  @Test
  void eachServiceFaultIsFarBeyondItsLimitOnTheBestLine() {
    for (ServiceFault fault : ServiceFault.values()) {
      int lost = 0;
      for (int i = 0; i < 1_000; i++) {
        sample.draw(random, 0, 1);
        sample.suffer(fault);
        lost += sample.lost[0];
        boolean beyond =
            switch (fault) {
              case SLOW_DOWNLOAD -> sample.download < 0.61;
              case HIGH_NATIONAL_LATENCY -> sample.rtt[0] > 125;
              case PACKET_LOSS -> sample.lost[0] > 0;
              case SLOW_DNS -> sample.dns[0] > 1_300;
              case HTTP_UNREACHABLE -> !sample.reachable[0] && !sample.reachable[2];
            };
        assertThat(beyond).as(fault.kind).isTrue();
      }
      if (fault == ServiceFault.PACKET_LOSS) {
        assertThat(lost / (1_000.0 * QosSample.PACKETS)).isBetween(0.08, 0.12);
      }
    }
  }
}
