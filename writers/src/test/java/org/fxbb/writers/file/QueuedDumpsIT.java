package org.fxbb.writers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The queue of dumps page by page, in turns between the agents (spec 4.9, 8.2). */
final class QueuedDumpsIT {
  private static final int PAGE = 3;

  private final DataSource source = TestDatabase.create().etl();
  private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(source);

  @Test
  void agentsTakeTurnsOverPagesAndLargeFilesComeLast() {
    file("a", "1", "a1", QueuedDumps.LARGE, "RECEIVED");
    file("a", "2", "a2", 10, "RECEIVED");
    file("a", "3", "a3", 10, "CHECKING");
    file("a", "4", "a4", 10, "ACCEPTED");
    file("a", "5", "a5", 10, "WAITING");
    file("b", "1", "b1", QueuedDumps.LARGE - 1, "RECEIVED");
    file("b", "2", "b2", 10, "RECEIVED");

    assertThat(names(0, 1)).containsExactly("a2", "b1", "a3", "b2", "a5", "a1");
  }

  @Test
  void everyAgentIsWithOneWorkerAndNoFileIsWithTwo() {
    for (int agent = 0; agent < 20; agent++) {
      file("agent " + agent, "1", agent + "/1", 10, "RECEIVED");
      file("agent " + agent, "2", agent + "/2", 10, "RECEIVED");
    }
    List<String> first = names(0, 2);
    List<String> second = names(1, 2);

    assertThat(first).hasSizeBetween(2, 38).doesNotContainAnyElementsOf(second);
    assertThat(first.size() + second.size()).isEqualTo(40);
    assertThat(first.stream().map(name -> name.split("/", -1)[0]))
        .doesNotContainAnyElementsOf(second.stream().map(name -> name.split("/", -1)[0]).toList());
  }

  @Test
  void anotherStartGoesOnWhereTheFirstStoppedWithinAPage() {
    for (int i = 0; i < 8; i++) {
      file("a", Integer.toString(i), "a" + i, 10, "RECEIVED");
    }
    try (QueuedDumps queue = new QueuedDumps(source, 0, 1, PAGE)) {
      for (int i = 0; i < 4; i++) {
        decide(queue.next().id());
      }
    }

    assertThat(names(0, 1)).containsExactly("a4", "a5", "a6", "a7");
  }

  @Test
  void whatWasDecidedSinceItWasOpenedIsLeftOut() {
    for (int i = 0; i < 5; i++) {
      file("a", Integer.toString(i), "a" + i, 10, "RECEIVED");
    }
    try (QueuedDumps queue = new QueuedDumps(source, 0, 1, PAGE)) {
      assertThat(queue.next().fileName()).isEqualTo("a0");
      jdbc.update(
          "UPDATE submission_files SET state = 'ACCEPTED' WHERE file_name = 'a3'", Map.of());
      List<String> rest = new ArrayList<>();
      queue.forEachRemaining(file -> rest.add(file.fileName()));
      assertThat(rest).containsExactly("a1", "a2", "a4");
    }
  }

  @Test
  void aFileKnowsItsTwin() {
    file("a", "same", "accepted", 10, "ACCEPTED");
    file("a", "same", "second", 10, "RECEIVED");
    file("a", "other", "first", 10, "RECEIVED");
    file("a", "other", "again", 10, "RECEIVED");
    file("a", "bad", "refused", 10, "REJECTED");
    file("a", "bad", "tried again", 10, "RECEIVED");
    file("b", "same", "of another", 10, "RECEIVED");

    List<String> twins = new ArrayList<>();
    try (QueuedDumps queue = new QueuedDumps(source, 0, 1, PAGE)) {
      queue.forEachRemaining(
          file -> {
            SubmissionFiles.Twin twin = file.twin();
            twins.add(file.fileName() + " = " + (twin == null ? "" : twin.fileName()));
          });
    }
    assertThat(twins)
        .containsExactlyInAnyOrder(
            "second = accepted", "first = ", "again = first", "tried again = ", "of another = ");
  }

  private List<String> names(int worker, int workers) {
    List<String> names = new ArrayList<>();
    try (QueuedDumps queue = new QueuedDumps(source, worker, workers, PAGE)) {
      queue.forEachRemaining(file -> names.add(file.fileName()));
    }
    return names;
  }

  private void decide(long id) {
    jdbc.update("UPDATE submission_files SET state = 'ACCEPTED' WHERE id = :id", Map.of("id", id));
  }

  /** Files arrive in the order in which they are made here. */
  private void file(String sender, String sha256, String name, long bytes, String state) {
    jdbc.update(
        """
        INSERT INTO submission_files (sender, inbox, feed, file_name, sha256, bytes, received_at, state, state_at, archive_path)
        SELECT :sender, 'AGENT', 'qos', :name, :sha256, :bytes, timestamptz '2026-02-05 10:00+06' + (count(*) || ' seconds')::interval, :state, now(), 'x'
        FROM submission_files
        """,
        Map.of("sender", sender, "name", name, "sha256", sha256, "bytes", bytes, "state", state));
  }
}
