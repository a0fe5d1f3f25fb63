package org.fxbb.jobs.verdict;

import org.jspecify.annotations.Nullable;

/**
 * Whom a verdict is about.
 *
 * @param level how wide
 * @param key POP: {@code <isp>/<pop>}; ISP: its code; areas: location code; NATION: {@code BD}
 * @param ispId null for areas
 * @param popId null but for a PoP
 * @param weight of a PoP: its share in its ISP's verdict, 0 where it was not measured; NaN
 *     otherwise
 */
public record Subject(
    Level level, String key, @Nullable Long ispId, @Nullable Long popId, double weight) {

  /** How wide a subject is. */
  public enum Level {
    POP,
    ISP,
    DISTRICT,
    DIVISION,
    NATION
  }
}
