package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamsTest {

  @Test
  void aSubjectsStreamDependsOnSeedAndSubjectOnly() {
    long first = new Streams(1).of("pop/a").nextLong();

    assertThat(new Streams(1).of("pop/a").nextLong()).isEqualTo(first);
    assertThat(new Streams(2).of("pop/a").nextLong()).isNotEqualTo(first);
    assertThat(new Streams(1).of("pop/b").nextLong()).isNotEqualTo(first);
  }

  @Test
  void uuidsAreOfVersionFour() {
    UUID owner = new Streams(1).uuid("agent");

    assertThat(owner.version()).isEqualTo(4);
    assertThat(owner.variant()).isEqualTo(2);
    assertThat(Streams.uuid(owner, 900).version()).isEqualTo(4);
    assertThat(Streams.uuid(owner, 900)).isNotEqualTo(Streams.uuid(owner, 901));
  }

  @Test
  void theBellHasMeanZeroAndDeviationOne() {
    SplittableRandom random = new SplittableRandom(4);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = Streams.bell(random);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 100_000).isBetween(-0.02, 0.02);
    assertThat(squares / 100_000).isBetween(0.98, 1.02);
  }
}
