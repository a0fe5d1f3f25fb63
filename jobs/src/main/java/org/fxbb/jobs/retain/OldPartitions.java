package org.fxbb.jobs.retain;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.jobs.run.Progress;
import org.fxbb.writers.partition.PartitionArchive;
import org.fxbb.writers.partition.PartitionArchives;
import org.fxbb.writers.partition.PartitionArchives.Due;
import org.fxbb.writers.partition.PartitionRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives, verifies and drops every partition beyond its retention, one after the other.
 *
 * <p><b>Errors</b>: a partition that cannot be retired stays and holds no other up; the step fails
 * at its end and names each.
 */
final class OldPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(OldPartitions.class);
  private static final int TRIES = 2;

  private final PartitionArchives archives;
  private final Progress progress;

  OldPartitions(PartitionArchives archives, Progress progress) {
    this.archives = archives;
    this.progress = progress;
  }

  /** Returns how many were dropped. */
  long retire() {
    List<Due> due = archives.listDue();
    if (due.isEmpty()) {
      return 0;
    }
    progress.start("Archiving old partitions", due.size(), "partitions");
    List<RuntimeException> failures = new ArrayList<>();
    long dropped = 0;
    for (Due each : due) {
      if (each.unread()) {
        LOG.warn(
            "Partition {} stays for now: roll-ups have not read all of it. Run rollup.",
            each.range().partition());
      } else {
        try {
          retire(each.range());
          dropped++;
        } catch (RuntimeException e) {
          LOG.error("Partition {} was not retired", each.range().partition(), e);
          failures.add(e);
        }
      }
      progress.add(1);
    }
    progress.done();
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
    return dropped;
  }

  /** Rows that come in after the archive was written are archived by a second try. */
  private void retire(PartitionRange range) {
    for (int i = 0; i < TRIES; i++) {
      PartitionArchive archive = archives.archive(range);
      archives.verify(archive);
      if (archives.drop(archive)) {
        return;
      }
    }
    throw new IllegalStateException(
        "Cannot drop partition %s: rows came in while it was archived, %d times in a row. It stays; the next run of retain tries again."
            .formatted(range.partition(), TRIES));
  }

  private static RuntimeException failed(List<RuntimeException> failures) {
    RuntimeException first = failures.get(0);
    if (failures.size() == 1) {
      return first;
    }
    RuntimeException all =
        new IllegalStateException(
            "%s The same step failed for %d more partitions; see the log."
                .formatted(first.getMessage(), failures.size() - 1),
            first);
    failures.subList(1, failures.size()).forEach(all::addSuppressed);
    return all;
  }
}
