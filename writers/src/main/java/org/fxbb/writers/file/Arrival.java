package org.fxbb.writers.file;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that was copied to the archive and is to be recorded.
 *
 * @param sender who the folder says the sender is
 * @param inbox FILING, TRY, AGENT or MANUAL
 * @param originator code of {@code data_originators}, null where the name does not tell
 * @param feed null where the name is unknown
 * @param period first day of the month of a filing
 * @param revision of a filing
 * @param fileName as delivered
 * @param sha256 of the bytes
 * @param bytes size
 * @param receivedAt arrival
 * @param archivePath below the archive folder
 */
public record Arrival(
    String sender,
    String inbox,
    @Nullable String originator,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer revision,
    String fileName,
    String sha256,
    long bytes,
    Instant receivedAt,
    String archivePath) {}
