package org.fxbb.readers.json;

import org.jspecify.annotations.Nullable;

/**
 * Makes a submission of one line.
 *
 * @param <S> the kind of submission
 */
@FunctionalInterface
public interface LineParser<S> {

  /**
   * Reads the line, standing on the first token of its object, to the last.
   *
   * @param contentHash of the line
   * @return null where the line is refused; the reasons are then the notices of {@code fields}
   */
  @Nullable S parse(JsonFields fields, long contentHash);
}
