package org.fxbb.jobs.ingest;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fxbb.jobs.ingest.FileIdentity.Dump;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.Refused;
import org.fxbb.jobs.ingest.Registry.Agent;
import org.fxbb.jobs.run.LostDatabase;
import org.fxbb.jobs.run.Progress;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.notice.AgentNotice.UnknownAgentNotice;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.snmp.SnmpDumpReader;
import org.fxbb.writers.file.Balance;
import org.fxbb.writers.file.FileOutcome;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.SubmissionFiles.Twin;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.profile.WorkProfile;
import org.fxbb.writers.series.DumpFiles;
import org.fxbb.writers.series.SeriesMerge;
import org.fxbb.writers.series.SeriesStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads dumps in batches, each in one merging transaction.
 *
 * <p>A batch that fails is tried again in halves; a file that fails alone stays queued and the
 * others are not disturbed.
 *
 * <p><b>Source</b>: spec 2, "a load is one merge of a batch"; 4.1 and 4.9.
 */
final class DumpLoader {
  private static final Logger LOG = LoggerFactory.getLogger(DumpLoader.class);
  private static final long BATCH_ROWS = 200_000;
  private static final long BATCH_BYTES = 64 << 20;

  private final IngestContext context;
  private final IntakePolicy policy;
  private final Registry registry;
  private final FileIdentity identities;
  private final Partitions partitions;
  private final Progress progress;
  private final SnmpDumpReader snmp;
  private final QosDumpReader qos;

  DumpLoader(
      IngestContext context,
      IntakePolicy policy,
      Registry registry,
      Partitions partitions,
      Progress progress) {
    this.context = context;
    this.policy = policy;
    this.registry = registry;
    this.identities = new FileIdentity(registry);
    this.partitions = partitions;
    this.progress = progress;
    this.snmp = new SnmpDumpReader(context.limits());
    this.qos = new QosDumpReader(context.limits());
  }

  /**
   * Loads files in this order.
   *
   * @return what failed, one sentence each; these files stay queued
   */
  List<String> load(Iterator<ReceivedFile> queue) {
    List<String> failures = new ArrayList<>();
    while (queue.hasNext()) {
      load(queue, failures);
      context.profile().save();
    }
    return failures;
  }

  /** Loads a batch; one that fails is tried again in halves, down to the file that is the cause. */
  private void load(Iterator<ReceivedFile> queue, List<String> failures) {
    List<ReceivedFile> batch = new ArrayList<>();
    try {
      loadBatch(queue, batch);
      progress.add(batch.size());
    } catch (IOException | RuntimeException e) {
      if (LostDatabase.isBehind(e)) {
        throw new IllegalStateException("Cannot load dumps: " + e.getMessage(), e);
      }
      if (batch.size() <= 1) {
        String name = batch.isEmpty() ? "a batch of dumps" : batch.get(0).fileName();
        LOG.error("Cannot load {}.", name, e);
        failures.add("%s: %s".formatted(name, getMostSpecificCause(e).getMessage()));
        progress.add(batch.size());
      } else {
        LOG.warn("A batch of {} dumps failed and is tried in halves.", batch.size(), e);
        int half = batch.size() / 2;
        load(batch.subList(0, half).iterator(), failures);
        load(batch.subList(half, batch.size()).iterator(), failures);
      }
    }
  }

  private void loadBatch(Iterator<ReceivedFile> queue, List<ReceivedFile> batch)
      throws IOException {
    WorkProfile profile = context.profile();
    try (Load load = context.begin(SeriesMerge.LAYOUTS)) {
      SeriesStage stage = new SeriesStage(load, partitions);
      NoticeStage notices = new NoticeStage(load, policy.grades());
      DumpFiles files = new DumpFiles(load);
      SubmissionChecks checks = new SubmissionChecks(registry, policy, load.now());
      long bytes = 0;
      while (queue.hasNext() && stage.rows() < BATCH_ROWS && bytes < BATCH_BYTES) {
        ReceivedFile file = profile.measure("queue", queue::next);
        batch.add(file);
        Agent agent = ready(file);
        if (agent == null) {
          batch.remove(batch.size() - 1);
        } else {
          bytes += file.bytes();
          IngestContext.forgetNotices(load, file);
          DumpReading reading = new DumpReading(checks, stage, notices, agent, file.id());
          long before = stage.rows();
          read(file, reading, files);
          profile.add(WorkProfile.READ, stage.rows() - before, file.bytes());
        }
      }
      if (!batch.isEmpty()) {
        files.flush();
        new SeriesMerge(load, stage, notices).merge();
        load.commit();
      }
    }
  }

  private void read(ReceivedFile file, DumpReading reading, DumpFiles files) throws IOException {
    WorkProfile profile = context.profile();
    profile.begin(WorkProfile.READ);
    try (InputStream in = context.archive().open(file.archivePath())) {
      reading.read(snmp, qos, in, files);
    } finally {
      profile.end();
    }
  }

  /** The agent of a dump that can be loaded; null where the file was decided or waits. */
  private @Nullable Agent ready(ReceivedFile file) throws IOException {
    Identity identity = identities.identify(file);
    if (identity instanceof Refused refused) {
      context.decide(file, FileOutcome.of("REJECTED", refused.notice().code()), refused.notice());
      progress.add(1);
      return null;
    }
    Agent agent = registry.findAgent(((Dump) identity).name().agent()).orElse(null);
    if (agent == null) {
      waits(file);
      progress.add(1);
      return null;
    }
    Twin twin = file.twin();
    if (twin != null) {
      context.duplicate(file, twin, agent.isp().id(), agent.id());
      progress.add(1);
      return null;
    }
    return agent;
  }

  private void waits(ReceivedFile file) throws IOException {
    context.await(
        file,
        policy,
        "the registration of agent " + file.sender(),
        null,
        FileOutcome.of("REJECTED", "unknown_agent")
            .withBalance(Balance.rejected(0), Balance.rejected(countLines(file))),
        new UnknownAgentNotice(null, file.sender()));
  }

  /** Lines that are not blank; a damaged archive counts as far as it can be read. */
  private long countLines(ReceivedFile file) throws IOException {
    long lines = 0;
    boolean inLine = false;
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = context.archive().open(file.archivePath());
        InputStream plain = DeliveredBytes.openUnlimited(in)) {
      for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            inLine = false;
          } else if (!inLine && buffer[i] > ' ') {
            inLine = true;
            lines++;
          }
        }
      }
    } catch (RefusedContentException e) {
      LOG.info("{} could be read to line {} only.", file.fileName(), lines);
    }
    return lines;
  }
}
