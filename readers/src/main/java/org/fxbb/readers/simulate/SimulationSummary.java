package org.fxbb.readers.simulate;

/**
 * What a simulation wrote.
 *
 * @param files files under the drop area, the answer key not among them
 * @param bytes their size on disk
 * @param faults entries of the answer key
 */
public record SimulationSummary(long files, long bytes, int faults) {}
