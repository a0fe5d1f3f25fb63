package org.fxbb.cron.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a rival that loads files is given: the database it starts from and a file per table, already
 * in the columns of the table.
 *
 * @param server of the benchmark
 * @param template database that it starts from, a fresh copy each round
 * @param setUp statement run there first, such as the making of partitions; empty = none
 * @param files to load, one after the other
 * @param rows what must be there afterwards
 */
record RivalTask(
    BenchmarkServer server,
    String template,
    String setUp,
    List<RowsFile> files,
    List<CheckedRows> rows) {
  /** Name of the database that rivals work in. */
  static final String DATABASE = "rival";

  /** Makes the database anew. */
  void prepare() {
    server.copy(template, DATABASE);
    if (!setUp.isEmpty()) {
      new JdbcTemplate(database()).execute(setUp);
    }
  }

  /** The database as the owner of its tables sees it. */
  DataSource database() {
    return server.owner(DATABASE);
  }

  /** All rows of the files. */
  long total() {
    return files.stream().mapToLong(RowsFile::rows).sum();
  }

  /** The same, but only the first rows of each file, for a rival too slow for all of them. */
  RivalTask first(long most) {
    long each = Math.max(1, most / files.size());
    return new RivalTask(
        server,
        template,
        setUp,
        files.stream().map(file -> file.first(each)).toList(),
        IntStream.range(0, files.size())
            .mapToObj(i -> files.get(i).rows() <= each ? rows.get(i) : rows.get(i).first(each))
            .toList());
  }

  /** The same in two files for each: the first half of every file, then the second. */
  RivalTask halved() {
    List<RowsFile> halves = new ArrayList<>();
    files.forEach(file -> halves.add(file.part("half1", 0, file.rows() / 2)));
    files.forEach(
        file -> halves.add(file.part("half2", file.rows() / 2, file.rows() - file.rows() / 2)));
    return new RivalTask(server, template, setUp, halves, rows);
  }
}
