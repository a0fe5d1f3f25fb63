package org.fxbb.jobs.ingest;

import java.io.IOException;
import org.fxbb.jobs.ingest.FileIdentity.AppDump;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.readers.app.AppDumpReader;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Partitions;

/**
 * Loads dumps of the apps, each in one transaction. A line that cannot be taken is quarantined.
 *
 * <p><b>Source</b>: spec 4.7, 4.9 and 4.10.
 */
final class AppLoader {
  private final Tools tools;

  /** Loads with these. */
  AppLoader(Tools tools) {
    this.tools = tools;
  }

  /** What every dump is loaded with. */
  record Tools(
      IngestContext context,
      IntakePolicy policy,
      Registry registry,
      Partitions partitions,
      AppDumpReader reader) {}

  void load(ReceivedFile file, Identity identity) throws IOException {
    IngestContext context = tools.context();
    if (identity instanceof Refused refused) {
      context.decide(file, FileOutcome.of("REJECTED", refused.notice().code()), refused.notice());
    } else if (identity instanceof AppDump dump) {
      Twin twin = context.files().findTwin(file, null).orElse(null);
      if (twin != null) {
        context.duplicate(file, twin, null, null);
      } else if (tools.registry().isEmpty()) {
        context.await(
            file,
            tools.policy(),
            "the list of ISPs",
            null,
            FileOutcome.of("REJECTED", "reference_never_arrived")
                .withBalance(Balance.rejected(0), null));
      } else {
        new AppReading(tools, file, dump.name()).load();
      }
    }
  }
}
