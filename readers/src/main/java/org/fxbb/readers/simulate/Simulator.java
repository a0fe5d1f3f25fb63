package org.fxbb.readers.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a believable nation as a drop area, in the file formats that the readers accept.
 *
 * <p><b>Source</b>: spec 4.1 to 4.8 for the files, spec 5 for what their figures must lead to.
 */
public final class Simulator {

  private static final int MOST_THREADS = 4;

  private final SimulationPlan plan;
  private final DropArea area;
  private final ProgressListener progress;
  private final Streams streams;
  private final SimulatedMonths months;
  private final NationPlan nation;
  private final FaultPlan faults;

  private Simulator(SimulationPlan plan, Path out, ProgressListener progress) {
    this.plan = plan;
    this.area = new DropArea(out);
    this.progress = progress;
    this.streams = new Streams(plan.seed());
    this.months = SimulatedMonths.of(plan.from(), plan.days());
    Geography geography = new Geography();
    this.nation = NationPlan.of(plan, streams, geography);
    this.faults = FaultPlan.of(plan, nation, months, geography, streams);
  }

  /**
   * Writes the nation of {@code plan} under {@code out}, and {@code answer-key.json} at its root.
   *
   * <p><b>Lifecycle</b>: the same plan writes the same bytes and the same file times; an existing
   * file of the same name is replaced, other files stay.
   *
   * @param plan what to write
   * @param out root of the drop area; made when missing
   * @param progress told of each day of a PoP
   * @return what was written
   * @throws IOException when a file or folder cannot be written
   */
  public static SimulationSummary run(SimulationPlan plan, Path out, ProgressListener progress)
      throws IOException {
    Files.createDirectories(out);
    return new Simulator(plan, out, progress).write(out);
  }

  private SimulationSummary write(Path out) throws IOException {
    progress.start("simulate", (long) plan.pops() * plan.days(), "PoP days");
    new RegistryWriter(area, nation, faults, plan, months).write();
    inParallel();
    try (PopDumps.Workspace workspace = new PopDumps.Workspace()) {
      for (FaultPlan.Stranger stranger : faults.strangers()) {
        new PopDumps(area, streams, stranger.pop(), faults, plan, workspace)
            .writeStranger(stranger);
      }
    }
    faults.key().write(plan, out.resolve("answer-key.json"));
    progress.done();
    return new SimulationSummary(
        area.files(), area.bytes(), faults.key().size(), area.lastArrival());
  }

  /**
   * Each thread takes the next ISP until none is left; what it writes does not depend on the
   * thread.
   */
  private void inParallel() throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    AtomicInteger next = new AtomicInteger();
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            executor.submit(
                () -> {
                  work(next);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("Cannot write the simulated nation: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot write the simulated nation: it was interrupted.", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private void work(AtomicInteger next) throws IOException {
    try (PopDumps.Workspace workspace = new PopDumps.Workspace()) {
      for (int i = next.getAndIncrement(); i < nation.isps().size(); i = next.getAndIncrement()) {
        write(nation.isps().get(i), workspace);
      }
    } catch (IOException | RuntimeException e) {
      next.set(nation.isps().size());
      throw e;
    }
  }

  private void write(IspProfile isp, PopDumps.Workspace workspace) throws IOException {
    SubscriberBook book = new SubscriberBook(isp, months.months().size(), streams);
    Place outside = faults.of(isp).outside();
    if (outside != null) {
      book.addOutsideLicence(outside, months.main());
    }
    new FilingWriter(area, nation, faults, months, streams, isp).write(book);
    for (PopProfile pop : nation.popsOf(isp)) {
      PopDumps dumps = new PopDumps(area, streams, pop, faults, plan, workspace);
      for (int i = 0; i < plan.days(); i++) {
        LocalDate day = plan.from().plusDays(i);
        long active = book.activeInSessions(months.indexOf(day));
        dumps.write(day, active * isp.sessionRatio() * pop.share());
        progress.add(1);
      }
    }
  }
}
