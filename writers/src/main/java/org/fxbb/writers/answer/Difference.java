package org.fxbb.writers.answer;

import java.util.List;
import java.util.function.ToLongFunction;
import org.fxbb.writers.answer.AnsweredFile.Version;

/**
 * What changed since the try before: how many notices of each code are gone, new, or still there.
 * Notices of severity INFO do not count.
 *
 * @param previous the try before
 * @param codes one for each code that either of the two was told
 */
record Difference(Version previous, List<OfCode> codes) {

  /** Of one code. */
  record OfCode(String code, long fixed, long added, long still) {
    static final OfCode NONE = new OfCode("", 0, 0, 0);
  }

  long fixed() {
    return sum(OfCode::fixed);
  }

  long added() {
    return sum(OfCode::added);
  }

  long still() {
    return sum(OfCode::still);
  }

  OfCode of(String code) {
    return codes.stream().filter(c -> c.code().equals(code)).findFirst().orElse(OfCode.NONE);
  }

  private long sum(ToLongFunction<OfCode> count) {
    return codes.stream().mapToLong(count).sum();
  }

  /** Such as {@code 40 fixed, 2 new, 3 still there}. */
  String english() {
    return "%,d fixed, %,d new, %,d still there".formatted(fixed(), added(), still());
  }

  /** The same in Bangla. */
  String bangla() {
    return "%sটি ঠিক হয়েছে, %sটি নতুন, %sটি এখনও আছে"
        .formatted(Bangla.number(fixed()), Bangla.number(added()), Bangla.number(still()));
  }
}
