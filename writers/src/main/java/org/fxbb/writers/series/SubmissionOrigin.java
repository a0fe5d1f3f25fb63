package org.fxbb.writers.series;

/**
 * Where a submission comes from, with every id known.
 *
 * @param fileId {@code submission_files.id}
 * @param ispId the ISP the register has for the agent
 * @param agentId {@code software_agents.id}
 */
public record SubmissionOrigin(long fileId, long ispId, long agentId) {}
