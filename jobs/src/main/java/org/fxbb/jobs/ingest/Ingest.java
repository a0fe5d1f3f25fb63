package org.fxbb.jobs.ingest;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fxbb.jobs.ingest.AppLoader.Tools;
import org.fxbb.jobs.ingest.FileIdentity.AppDump;
import org.fxbb.jobs.ingest.FileIdentity.HistoryDump;
import org.fxbb.jobs.ingest.FileIdentity.Identity;
import org.fxbb.jobs.ingest.FileIdentity.RegistryFile;
import org.fxbb.jobs.ingest.FileIdentity.Zip;
import org.fxbb.jobs.run.LostDatabase;
import org.fxbb.jobs.run.Progress;
import org.fxbb.readers.app.AppDumpReader;
import org.fxbb.readers.bytes.ZipMembers;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.writers.file.QueuedDumps;
import org.fxbb.writers.file.ReceivedFile;
import org.fxbb.writers.file.ZipFiles;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.profile.WorkProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that load queued files, in the order of the specification: registry, packages, other
 * filings, dumps, filings of senders that queued much, bulk history.
 *
 * <p><b>Lifecycle</b>: each method can be repeated and goes on where it stopped, because a file
 * leaves the queue in the transaction that loads it. A file that cannot be loaded for a reason that
 * lies with the engine stays queued and holds nobody up: {@link #failIfAny} says so at the end.
 *
 * <p><b>Source</b>: spec 4.1, "order within a cycle".
 */
public final class Ingest {
  /** How many threads {@link #loadHistory} works with. */
  public static final int HISTORY_WORKERS = HistoryLoader.WORKERS;

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  private static final int PAGE = 2_000;
  private static final List<String> FILING = List.of("FILING", "TRY");

  private final IngestContext context;
  private final Partitions partitions;
  private final ZipFiles members;
  private final FilingTurns turns = FilingTurns.of(this::unpackedBytes);
  private final Progress progress;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /** Loads what is queued in this context. */
  public Ingest(IngestContext context, Progress progress) {
    this.context = context;
    this.partitions = new Partitions(context.database());
    this.members = new ZipFiles(context.database());
    this.progress = progress;
  }

  private record Queued(ReceivedFile file, Identity identity) {}

  @FunctionalInterface
  private interface Loader {
    void load(ReceivedFile file, Identity identity) throws IOException;
  }

  /** Loads registry files: isps, coverage, pops, agents, then the rest; each by the list's date. */
  public void loadRegistry(WorkProfile profile) {
    FileIdentity identities = new FileIdentity(Registry.read(context.database()));
    List<Queued> queue = new ArrayList<>();
    for (ReceivedFile file : context.files().listQueued(List.of("MANUAL"))) {
      Identity identity = identities.identify(file);
      if (!(identity instanceof HistoryDump)) {
        queue.add(new Queued(file, identity));
      }
    }
    queue.sort(
        Comparator.comparingInt((Queued q) -> rank(q.identity()))
            .thenComparing(q -> date(q.identity())));
    if (!queue.isEmpty()) {
      load(
          "Loading the register",
          queue,
          profile,
          new RegistryLoader(
                  context.with(profile), IntakePolicy.read(context.database(), context.clock()))
              ::load);
    }
  }

  /** Makes received files of the members of zips of senders that queued little. */
  public void unpackZips(WorkProfile profile) {
    FileIdentity identities = new FileIdentity(Registry.read(context.database()));
    List<Queued> queue = new ArrayList<>();
    for (ReceivedFile file : turns.light(listFilings())) {
      if (identities.identify(file) instanceof Zip zip) {
        queue.add(new Queued(file, zip));
      }
    }
    if (!queue.isEmpty()) {
      load("Unpacking zips", queue, profile, zips(profile)::unpack);
    }
  }

  private ZipUnpacker zips(WorkProfile profile) {
    return new ZipUnpacker(
        context.with(profile), IntakePolicy.read(context.database(), context.clock()));
  }

  /** What is not to be had is not much: the zip's turn will tell. */
  private long unpackedBytes(ReceivedFile zip) {
    try {
      return ZipMembers.listedBytes(context.archive().locate(zip.archivePath()), context.limits());
    } catch (IOException e) {
      LOG.warn("Cannot look into {}: {}", zip.fileName(), e.toString());
      return zip.bytes();
    }
  }

  /** Loads the packages filings of senders that queued little. */
  public void loadPackages(WorkProfile profile) {
    List<ReceivedFile> light = turns.light(listFilings());
    loadFilings(
        "Loading packages", light.stream().filter(FilingTurns::isPackages).toList(), profile);
  }

  /** Loads the other filings of senders that queued little. */
  public void loadFilings(WorkProfile profile) {
    List<ReceivedFile> light = turns.light(listFilings());
    loadFilings(
        "Loading filings",
        light.stream().filter(file -> !FilingTurns.isPackages(file)).toList(),
        profile);
    settleZips();
  }

  /**
   * Loads filings of senders that queued much, as many as are good for one cycle; a zip is unpacked
   * in its sender's turn, and its members are loaded in the same turn.
   */
  public void loadLargeFilings(WorkProfile profile) {
    List<ReceivedFile> begun = turns.heavy(listFilings());
    if (!begun.isEmpty()) {
      FileIdentity identities = new FileIdentity(Registry.read(context.database()));
      ZipUnpacker zips = zips(profile);
      Loader filings = filings(profile);
      load(
          "Loading large filings",
          begun.stream().map(file -> new Queued(file, identities.identify(file))).toList(),
          profile,
          (file, identity) -> {
            if (identity instanceof Zip) {
              zips.unpack(file, identity);
              for (ReceivedFile member : members.listQueuedMembers(file.id())) {
                load(new Queued(member, identities.identify(member)), filings);
              }
            } else {
              filings.load(file, identity);
            }
          });
    }
    settleZips();
  }

  /** Says what became of the zips whose members were looked at. */
  private void settleZips() {
    members.settle(context.now());
  }

  private List<ReceivedFile> listFilings() {
    return context.files().listQueued(FILING);
  }

  private void loadFilings(String what, List<ReceivedFile> files, WorkProfile profile) {
    if (!files.isEmpty()) {
      FileIdentity identities = new FileIdentity(Registry.read(context.database()));
      List<Queued> queue =
          files.stream()
              .map(file -> new Queued(file, identities.identify(file)))
              .filter(queued -> !(queued.identity() instanceof Zip))
              .toList();
      load(what, queue, profile, filings(profile));
    }
  }

  private Loader filings(WorkProfile profile) {
    return new FilingLoader(
            context.with(profile),
            IntakePolicy.read(context.database(), context.clock()),
            partitions)
        ::load;
  }

  /** Loads dumps of the apps, the oldest stamp first. */
  public void loadApps(WorkProfile profile) {
    Registry registry = Registry.read(context.database());
    FileIdentity identities = new FileIdentity(registry);
    List<Queued> queue = new ArrayList<>();
    for (ReceivedFile file : context.files().listQueued(List.of("APP"))) {
      queue.add(new Queued(file, identities.identify(file)));
    }
    queue.sort(Comparator.comparing((Queued q) -> stamp(q.identity())));
    if (!queue.isEmpty()) {
      load(
          "Loading app dumps",
          queue,
          profile,
          new AppLoader(
                  new Tools(
                      context.with(profile),
                      IntakePolicy.read(context.database(), context.clock()),
                      registry,
                      partitions,
                      new AppDumpReader(context.limits())))
              ::load);
    }
  }

  private static Instant stamp(Identity identity) {
    return identity instanceof AppDump dump ? dump.name().stamp() : Instant.MAX;
  }

  /** How many dumps are queued. */
  public long countDumps() {
    return context.files().countQueuedDumps();
  }

  /**
   * Loads one worker's dumps: each agent's are with one worker, in turns between the agents.
   *
   * @param worker which of the workers, from 0
   */
  public void loadDumps(int worker, int workers, WorkProfile profile) {
    try (QueuedDumps queue = new QueuedDumps(context.database(), worker, workers, PAGE)) {
      if (queue.hasNext()) {
        IntakePolicy policy = IntakePolicy.read(context.database(), context.clock());
        Registry registry = Registry.read(context.database());
        failures.addAll(
            new DumpLoader(context.with(profile), policy, registry, partitions, progress)
                .load(queue));
      }
    }
  }

  /**
   * Loads bulk history, the oldest file first. It comes last of all, as one such file may take
   * longer than everything else together.
   */
  public void loadHistory(WorkProfile profile) {
    FileIdentity identities = new FileIdentity(Registry.read(context.database()));
    List<Queued> queue = new ArrayList<>();
    long megabytes = 0;
    for (ReceivedFile file : context.files().listQueued(List.of("MANUAL"))) {
      if (identities.identify(file) instanceof HistoryDump history) {
        queue.add(new Queued(file, history));
        megabytes += file.bytes() >> 20;
      }
    }
    if (queue.isEmpty()) {
      return;
    }
    HistoryLoader loader =
        new HistoryLoader(
            context.with(profile),
            IntakePolicy.read(context.database(), context.clock()),
            HistoryRegister.read(context.database()),
            partitions,
            progress);
    progress.start("Loading history", megabytes, "MB");
    queue.forEach(queued -> load(queued, loader::load));
    progress.done();
  }

  private void load(String what, List<Queued> queue, WorkProfile profile, Loader loader) {
    progress.start(what, queue.size(), "files");
    for (Queued queued : queue) {
      load(queued, loader);
      progress.add(1);
      profile.save();
    }
    progress.done();
  }

  private void load(Queued queued, Loader loader) {
    try {
      loader.load(queued.file(), queued.identity());
    } catch (IOException | RuntimeException e) {
      if (LostDatabase.isBehind(e)) {
        throw new IllegalStateException(
            "Cannot load %s: %s".formatted(queued.file().fileName(), e.getMessage()), e);
      }
      LOG.error("Cannot load {}.", queued.file().fileName(), e);
      failures.add(
          "%s: %s".formatted(queued.file().fileName(), getMostSpecificCause(e).getMessage()));
    }
  }

  /**
   * Ends a cycle.
   *
   * @throws IllegalStateException naming the files of this cycle that could not be loaded
   */
  public void failIfAny() {
    List<String> failed = new ArrayList<>();
    for (String failure = failures.poll(); failure != null; failure = failures.poll()) {
      failed.add(failure);
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "Cannot load %d files; they stay queued and are tried again in the next cycle: %s"
              .formatted(failed.size(), String.join("; ", failed)));
    }
  }

  private static int rank(Identity identity) {
    return identity instanceof RegistryFile list
        ? Feeds.listAll().indexOf(list.name().feed())
        : Integer.MAX_VALUE;
  }

  private static LocalDate date(Identity identity) {
    return identity instanceof RegistryFile list && list.name().feed().kind() == Kind.REGISTRY
        ? list.name().date()
        : LocalDate.MAX;
  }
}
