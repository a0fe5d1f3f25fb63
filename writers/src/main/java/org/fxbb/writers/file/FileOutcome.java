package org.fxbb.writers.file;

import java.util.HashMap;
import java.util.Map;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that is not merged with others: a filing, a registry file, or a dump that
 * is refused, waits or repeats another. Written in the transaction of its load.
 *
 * <p><b>Source</b>: spec 4.10.
 *
 * @param state as in {@code submission_files}
 * @param reason notice code that decided, what it waits for, or null
 * @param twinId the file it repeats or that displaced it, or null
 * @param ispId the sender's ISP where known
 * @param agentId the sender where it is a registered agent
 * @param revision the revision the file counts as, null to leave it
 * @param contentSha256 of the decompressed content, null where it could not be read
 * @param form how a CSV file was written, or null
 * @param rows balance of its rows, null where they were not counted
 * @param submissions balance of its submissions, null for other files than dumps
 */
public record FileOutcome(
    String state,
    @Nullable String reason,
    @Nullable Long twinId,
    @Nullable Long ispId,
    @Nullable Long agentId,
    @Nullable Integer revision,
    @Nullable String contentSha256,
    @Nullable CsvForm form,
    @Nullable Balance rows,
    @Nullable Balance submissions) {

  /** An outcome of which no more is known than state and reason. */
  public static FileOutcome of(String state, @Nullable String reason) {
    return new FileOutcome(state, reason, null, null, null, null, null, null, null, null);
  }

  /** The same with the file it repeats or that displaced it. */
  public FileOutcome withTwin(long id) {
    return new FileOutcome(
        state, reason, id, ispId, agentId, revision, contentSha256, form, rows, submissions);
  }

  /** The same with who sent it. */
  public FileOutcome withSender(@Nullable Long isp, @Nullable Long agent) {
    return new FileOutcome(
        state, reason, twinId, isp, agent, revision, contentSha256, form, rows, submissions);
  }

  /** The same with what it holds. */
  public FileOutcome withContent(
      @Nullable Integer countsAs, @Nullable String sha256, @Nullable CsvForm csv) {
    return new FileOutcome(
        state, reason, twinId, ispId, agentId, countsAs, sha256, csv, rows, submissions);
  }

  /** The same with its balances. */
  public FileOutcome withBalance(@Nullable Balance ofRows, @Nullable Balance ofSubmissions) {
    return new FileOutcome(
        state,
        reason,
        twinId,
        ispId,
        agentId,
        revision,
        contentSha256,
        form,
        ofRows,
        ofSubmissions);
  }

  /** Writes it in the transaction of a load. */
  public void write(Load load, long fileId) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", fileId);
    values.put("state", state);
    values.put("reason", reason);
    values.put("twin_id", twinId);
    values.put("isp_id", ispId);
    values.put("agent_id", agentId);
    values.put("revision", revision);
    values.put("content_sha256", contentSha256);
    values.put("header", form == null ? null : form.header());
    values.put("separator", form == null ? null : String.valueOf(form.separator()));
    Balance.put(values, "rows", rows);
    Balance.put(values, "submissions", submissions);
    load.run(SqlText.of(FileOutcome.class, "writeOutcome"), values);
  }
}
