package org.fxbb.jobs.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step {@code fetch-files}, where a {@link RemoteSource} is set. What fails here holds nothing
 * up: the run fails in its last step.
 */
final class FetchStep {
  private static final Logger LOG = LoggerFactory.getLogger(FetchStep.class);

  private final RemoteSource source;
  private volatile @Nullable IOException failure;

  FetchStep(RemoteSource source) {
    this.source = source;
  }

  void fetch() throws InterruptedException {
    failure = null;
    try {
      LOG.info("Fetched {} files.", source.fetch());
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage(), e);
      failure = e;
    }
  }

  void failIfAny() throws IOException {
    IOException found = failure;
    if (found != null) {
      throw found;
    }
  }
}
