package org.fxbb.writers.series;

import org.jspecify.annotations.Nullable;

/**
 * Where a submission comes from, with every id known.
 *
 * @param fileId {@code submission_files.id}
 * @param ispId the ISP the register has for the agent
 * @param agentId {@code software_agents.id}; null where it comes from no agent
 */
public record SubmissionOrigin(long fileId, long ispId, @Nullable Long agentId) {}
