package org.fxbb.readers.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a row means. Implemented over the geography tables by the jobs module, and
 * asked once per row, so it should answer from memory.
 *
 * <p><b>Source:</b> spec 4.4: codes of 2, 4, 6 or 8 digits, legacy codes translated, names and
 * their aliases matched within their parent.
 */
@FunctionalInterface
public interface LocationResolver {

  /** Looks a place up. Never throws for any text. */
  Resolution resolve(Place place);

  /**
   * What a row says about a place: a code, or names, Bangla digits already made Latin. A {@code
   * location} cell that is no code comes as {@code code} all the same.
   */
  record Place(
      @Nullable String code,
      @Nullable String division,
      @Nullable String district,
      @Nullable String upazila) {

    /** The place as it should be quoted in a notice. */
    public String quoted() {
      if (code != null) {
        return code;
      }
      StringBuilder names = new StringBuilder();
      for (String name : new @Nullable String[] {division, district, upazila}) {
        if (name != null) {
          names.append(names.isEmpty() ? "" : ", ").append(name);
        }
      }
      return names.toString();
    }
  }

  /** The answer. */
  sealed interface Resolution {}

  /**
   * One place fits.
   *
   * @param locationCode the present code, as in {@code geo_locations}
   * @param translated whether a legacy code or an alias was translated, which the sender is told
   */
  record Found(String locationCode, boolean translated) implements Resolution {}

  /**
   * No place fits.
   *
   * @param nearest names and codes that come nearest, best first, at most five
   */
  record NotFound(List<String> nearest) implements Resolution {}

  /**
   * Several places fit.
   *
   * @param candidates names and codes of all of them
   */
  record Ambiguous(List<String> candidates) implements Resolution {}
}
