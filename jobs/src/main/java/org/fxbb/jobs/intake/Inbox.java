package org.fxbb.jobs.intake;

import java.nio.file.Path;

/**
 * A folder that files arrive in.
 *
 * @param kind FILING, TRY, AGENT, APP or MANUAL, as in {@code submission_files.inbox}
 * @param sender who the folder belongs to: isp code, agent uuid, {@code apps} or {@code manual}
 * @param folder where files arrive
 */
record Inbox(String kind, String sender, Path folder) {}
