package org.fxbb.writers.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.name.OriginatorType;
import org.fxbb.readers.notice.NoticeGrades;
import org.fxbb.readers.snmp.SessionPoll;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.Partitions;
import org.fxbb.writers.notice.NoticeStage;
import org.fxbb.writers.profile.WorkProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Of rows with one key the same one stays, whether rows go straight into a partition or through
 * staging, in one load or in many (spec 4.9).
 */
final class SeriesStageIT {
  private static final Instant NOON = Instant.parse("2026-01-10T06:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-11T06:00:00Z");
  private static final long ONE_SUBMISSION = 1;
  private static final long ALL = Long.MAX_VALUE;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.etl());
  private final Partitions partitions = new Partitions(database.etl());

  private record Sent(int file, int seconds, UUID uuid, List<SessionPoll> polls) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSameRowStaysHoweverTheLoadsAreCut(long seed) {
    Random random = new Random(seed);
    List<Sent> sent = sent(random);
    register(sent.size());
    Map<String, Long> winners = winners(sent);
    Collections.shuffle(sent, random);

    int from = 0;
    while (from < sent.size()) {
      int to = Math.min(sent.size(), from + 1 + random.nextInt(20));
      load(sent.subList(from, to), random.nextBoolean() ? ONE_SUBMISSION : ALL);
      from = to;
    }

    assertThat(stored()).isEqualTo(winners);
    assertThat(sum("rows_loaded")).isEqualTo(winners.size());
    assertThat(sum("rows_received")).isEqualTo(sent.size() * 3L);
    assertThat(provenance()).isEqualTo(winners.size());
  }

  @Test
  void rowsThatNothingContestsNeverPassThroughStaging() {
    register(2);
    Sent first = new Sent(1, 1, new UUID(1, 1), List.of(poll(0, 0, 5)));
    Sent second = new Sent(2, 2, new UUID(2, 2), List.of(poll(0, 1, 6)));

    assertThat(load(List.of(first, second), ONE_SUBMISSION)).isZero();
    assertThat(sum("rows_loaded")).isEqualTo(2);
  }

  @Test
  void aLaterChunkThatMeetsAnEarlierOneOfItsOwnLoadIsDecidedInStaging() {
    register(2);
    Sent late = new Sent(1, 9, new UUID(1, 1), List.of(poll(0, 0, 5)));
    Sent early = new Sent(2, 1, new UUID(2, 2), List.of(poll(0, 0, 6)));

    assertThat(load(List.of(late, early), ONE_SUBMISSION)).isEqualTo(1);

    assertThat(stored()).isEqualTo(Map.of("bras-0 " + time(0), 6L));
    assertThat(
            jdbc.queryForList(
                "SELECT submission_file_id || ' ' || code FROM quarantined_rows", String.class))
        .containsExactly("1 conflicting_duplicate");
    assertThat(
            jdbc.queryForList(
                "SELECT id || ' ' || state || ' ' || rows_loaded || ' ' || rows_quarantined FROM submission_files ORDER BY id",
                String.class))
        .containsExactly("1 ACCEPTED_WITH_ERRORS 0 1", "2 ACCEPTED 1 0");
  }

  @Test
  void bothPathsMarkTheSameWindows() {
    register(3);
    Sent straight = new Sent(1, 1, new UUID(1, 1), List.of(poll(0, 0, 5), poll(1, 61, 5)));
    Sent staged = new Sent(2, 2, new UUID(2, 2), List.of(poll(0, 0, 7), poll(1, 61, 7)));
    load(List.of(straight), ALL);
    List<String> marks = marks();
    jdbc.update("DELETE FROM rollup_dirty_marks");

    load(List.of(staged), ALL);

    assertThat(marks).hasSize(2);
    assertThat(marks()).isEqualTo(marks);
  }

  private List<String> marks() {
    return jdbc.queryForList(
        "SELECT table_name || ' ' || pop_id || ' ' || extract(epoch FROM hour) FROM rollup_dirty_marks ORDER BY 1",
        String.class);
  }

  /** Loads in one go and returns how many session rows went through staging. */
  private long load(List<Sent> sent, long chunkBytes) {
    try (Load load = Load.begin(database.etl(), SeriesMerge.LAYOUTS, NOW, new WorkProfile())) {
      SeriesStage stage = new SeriesStage(load, partitions, chunkBytes);
      NoticeStage notices = new NoticeStage(load, NoticeGrades.none());
      DumpFiles files = new DumpFiles(load);
      for (Sent submission : sent) {
        SubmissionOrigin origin = new SubmissionOrigin(submission.file(), 1, 1L);
        long id =
            stage.submission(origin, header(submission), null, null, submission.polls().size());
        submission.polls().forEach(poll -> stage.session(origin, id, null, poll));
        files.add(submission.file(), "c" + submission.file(), null, 1);
      }
      files.flush();
      SeriesMerge merge = new SeriesMerge(load, stage, notices);
      merge.merge();
      load.commit();
      return stage.series.stream().mapToLong(SeriesRows::staged).sum();
    }
  }

  private static SubmissionHeader header(Sent sent) {
    return new SubmissionHeader(
        1,
        sent.uuid().hashCode(),
        sent.uuid(),
        OriginatorType.SNMP_AGENT,
        new UUID(0, 1),
        null,
        "isp",
        null,
        NOON.plusSeconds(sent.seconds()),
        NOON,
        NOON.plusSeconds(900),
        null);
  }

  /** Submissions of three polls each, of few keys and few values. */
  private static List<Sent> sent(Random random) {
    List<Sent> sent = new ArrayList<>();
    for (int file = 1; file <= 60; file++) {
      List<SessionPoll> polls = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        polls.add(poll(random.nextInt(4), random.nextInt(6), random.nextInt(3)));
      }
      sent.add(
          new Sent(file, random.nextInt(5), new UUID(random.nextLong(), random.nextLong()), polls));
    }
    return sent;
  }

  private static SessionPoll poll(int bras, int minute, long active) {
    return new SessionPoll(
        NOON.plusSeconds(minute * 60L),
        "bras-" + bras,
        null,
        null,
        "SUCCESS",
        active,
        null,
        null,
        null);
  }

  private static String time(int minute) {
    return NOON.plusSeconds(minute * 60L).toString();
  }

  /** What has to stay: of each key the poll of the earliest submission. */
  private static Map<String, Long> winners(List<Sent> sent) {
    List<Sent> ordered = new ArrayList<>(sent);
    ordered.sort(Comparator.comparingInt(Sent::seconds).thenComparing(s -> s.uuid().toString()));
    Map<String, Long> winners = new TreeMap<>();
    for (Sent submission : ordered) {
      for (SessionPoll poll : submission.polls()) {
        Long active = poll.activeSessions();
        if (active != null) {
          winners.putIfAbsent(poll.brasId() + " " + poll.time(), active);
        }
      }
    }
    return winners;
  }

  private Map<String, Long> stored() {
    Map<String, Long> stored = new TreeMap<>();
    jdbc.query(
        "SELECT bras_id, time, active_sessions FROM ts_subscriber_counts",
        row -> {
          stored.put(
              row.getString("bras_id") + " " + row.getTimestamp("time").toInstant(),
              row.getLong("active_sessions"));
        });
    return stored;
  }

  private long sum(String column) {
    Long sum = jdbc.queryForObject("SELECT sum(" + column + ") FROM submission_files", Long.class);
    return sum == null ? 0 : sum;
  }

  private long provenance() {
    Long sum = jdbc.queryForObject("SELECT sum(rows) FROM data_provenance", Long.class);
    return sum == null ? 0 : sum;
  }

  private void register(int files) {
    partitions.makeLedgers(LocalDate.of(2026, 1, 11));
    jdbc.update(
        "INSERT INTO isps (id, code, btrc_license_no, name_en, license_category_id, license_status) OVERRIDING SYSTEM VALUE SELECT 1, 'isp-0001', 'L', 'N', min(id), 'ACTIVE' FROM isp_license_categories");
    jdbc.update(
        "INSERT INTO software_agents (id, agent_uuid, agent_type, isp_id, valid_from) OVERRIDING SYSTEM VALUE VALUES (1, ?, 'SNMP_AGENT', 1, DATE '2026-01-01')",
        new UUID(0, 1));
    for (int file = 1; file <= files; file++) {
      jdbc.update(
          "INSERT INTO submission_files (id, sender, inbox, feed, file_name, sha256, bytes, received_at, state, state_at, archive_path) OVERRIDING SYSTEM VALUE VALUES (?, 'a', 'AGENT', 'snmp', 'f' || ?, 's' || ?, 1, TIMESTAMPTZ '2026-01-11T06:00:00Z', 'RECEIVED', now(), 'p')",
          file,
          file,
          file);
    }
  }
}
