package org.fxbb.readers.simulate;

import java.time.Instant;

/**
 * What a simulation wrote.
 *
 * @param files files under the drop area, the answer key not among them
 * @param bytes their size on disk
 * @param faults entries of the answer key
 * @param lastArrival when the last file arrives: a clock before it would not have seen everything
 */
public record SimulationSummary(long files, long bytes, int faults, Instant lastArrival) {}
