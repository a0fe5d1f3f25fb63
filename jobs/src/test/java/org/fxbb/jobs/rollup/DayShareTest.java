package org.fxbb.jobs.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DayShareTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  @Test
  void aDayWithFewPlacesIsOneShare() {
    assertThat(DirtyMarks.split(DAY, each(20))).isEqualTo(Map.of(DayShare.whole(DAY), 320));
  }

  @Test
  void onePlaceMoreMakesTwoShares() {
    int[] places = each(20);
    places[15]++;

    assertThat(DirtyMarks.split(DAY, places))
        .isEqualTo(Map.of(new DayShare(DAY, 0, 14), 300, new DayShare(DAY, 15, 15), 21));
  }

  @Test
  void aBucketIsNeverSplit() {
    assertThat(DirtyMarks.split(DAY, each(1_000))).hasSize(DayShare.BUCKETS);
  }

  @Test
  void sharesCoverEveryBucketOnce() {
    int[] places = each(0);
    places[3] = 200;
    places[9] = 200;

    assertThat(List.copyOf(DirtyMarks.split(DAY, places).keySet()))
        .containsExactly(new DayShare(DAY, 0, 8), new DayShare(DAY, 9, 15));
  }

  @Test
  void aDayWithoutPlacesHasNoShare() {
    assertThat(DirtyMarks.split(DAY, each(0))).isEmpty();
  }

  @Test
  void bucketsOutsideTheDayAreRefused() {
    assertThatThrownBy(() -> new DayShare(DAY, 0, 16))
        .hasMessage(
            "Cannot make a share of 2026-01-31: expected buckets from 0 to 15 in order, found 0 to 16.");
    assertThatThrownBy(() -> new DayShare(DAY, -1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DayShare(DAY, 3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int[] each(int places) {
    int[] buckets = new int[DayShare.BUCKETS];
    Arrays.fill(buckets, places);
    return buckets;
  }
}
