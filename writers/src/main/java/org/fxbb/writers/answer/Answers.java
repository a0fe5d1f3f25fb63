package org.fxbb.writers.answer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.fxbb.writers.answer.AgentDays.AgentDay;
import org.fxbb.writers.file.PagedQuery;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells every sender what became of its files.
 *
 * <p><b>Shape</b>: filings and registry files get {@code <name>.result.html}, {@code
 * <name>.result.json}, and {@code <name>.rejected.csv} where rows failed; an agent gets one {@code
 * <date>.result.json} for each Dhaka day on which files arrived, and answers to refused files.
 * Every notice is listed.
 *
 * <p><b>Lifecycle</b>: an answer is due while {@code answered_state} differs from {@code state}.
 * Answers are written page by page, each page noted in a transaction of its own; a crash leaves its
 * answers due, and writing them again changes nothing. A refused dump stays due until the answer
 * for its day is written too. An answer that cannot be written, because its outbox is read-only or
 * full, stays due and holds nobody up. Memory grows neither with the number of files nor of
 * notices.
 *
 * <p><b>Source</b>: specification 4.10.
 */
public final class Answers {
  private static final int FILES = 500;
  private static final int DAYS = 200;

  private final DataSource database;
  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final FileAnswers files;
  private final AgentDays days;

  /** Answers into the outboxes of a drop area. */
  public Answers(DataSource database, Path dropArea, Clock clock, FilingDeadlines deadlines) {
    this.database = database;
    this.jdbc = new NamedParameterJdbcTemplate(database);
    this.jdbc.getJdbcTemplate().setFetchSize(1_000);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    Outbox outbox = new Outbox(dropArea, clock);
    this.files = new FileAnswers(jdbc, outbox, deadlines);
    this.days = new AgentDays(jdbc, outbox);
  }

  /** How many files are to be answered. */
  public long countDue() {
    Long due = jdbc.queryForObject(sql("countDue"), Map.of(), Long.class);
    return due == null ? 0 : due;
  }

  /**
   * What was answered.
   *
   * @param files how many files
   * @param failures answers that could not be written, with their folder and why; they stay due
   */
  public record Written(long files, List<String> failures) {}

  /**
   * Writes every answer that is due.
   *
   * @param answered told after some files how many, for progress
   */
  public Written writeDue(LongConsumer answered) {
    RowMapper<Long> id = (row, i) -> row.getLong("id");
    RowMapper<AgentDay> day =
        (row, i) -> new AgentDay(row.getString("sender"), row.getObject("day", LocalDate.class));
    List<String> failures = new ArrayList<>();
    long told =
        inPages("dueFiles", id, FILES, files::write, failures, answered)
            + inPages("dueDays", day, DAYS, days::write, failures, answered);
    return new Written(told, failures);
  }

  /** Answers a page. */
  @FunctionalInterface
  private interface Work<T> {
    void write(List<T> page, Marks marks, List<String> failures);
  }

  private <T> long inPages(
      String query,
      RowMapper<T> mapper,
      int size,
      Work<T> work,
      List<String> failures,
      LongConsumer answered) {
    long total = 0;
    try (PagedQuery<T> due = PagedQuery.open(database, sql(query), Map.of(), mapper, size)) {
      for (List<T> page = due.next(); !page.isEmpty(); page = due.next()) {
        List<T> told = page;
        Integer marked =
            transaction.execute(
                status -> {
                  Marks marks = new Marks();
                  work.write(told, marks, failures);
                  return marks.write(jdbc);
                });
        long n = marked == null ? 0 : marked;
        answered.accept(n);
        total += n;
      }
    }
    return total;
  }

  private static String sql(String name) {
    return SqlText.of(Answers.class, name);
  }
}
