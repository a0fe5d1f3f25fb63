package org.fxbb.writers.partition;

import org.jspecify.annotations.Nullable;

/** An archive file is not what the database lists; the message names file, expected and found. */
public final class DamagedArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedArchiveException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
