package org.fxbb.writers.file;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code submission_files} as ingest needs it.
 *
 * @param id surrogate id
 * @param sender isp code, agent uuid or {@code manual}
 * @param inbox FILING, TRY, AGENT or MANUAL
 * @param ispId null until known
 * @param agentId null until known
 * @param feed null where the name is unknown
 * @param period first day of the month of a filing
 * @param revision of a filing, 0 without one in the name
 * @param fileName as delivered
 * @param sha256 of the bytes as delivered
 * @param bytes size as delivered
 * @param receivedAt what deadlines are judged by
 * @param state as in the table
 * @param stateAt since when it is in that state, by the injected clock
 * @param archivePath below the archive folder
 */
public record ReceivedFile(
    long id,
    String sender,
    String inbox,
    @Nullable Long ispId,
    @Nullable Long agentId,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer revision,
    String fileName,
    String sha256,
    long bytes,
    Instant receivedAt,
    String state,
    Instant stateAt,
    String archivePath) {}
