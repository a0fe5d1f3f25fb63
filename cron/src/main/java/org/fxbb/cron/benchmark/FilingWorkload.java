package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One big filing of subscribers, each package in each upazila; rivals load the same file into a
 * plain table with the same columns and key, and check nothing else.
 *
 * <p><b>Source</b>: spec 4.4, 8.1.
 */
final class FilingWorkload {
  private static final String ISP = "isp-0001";
  private static final String MONTH = "2025-12";
  private static final String FILED = "filed";
  private static final String TABLE = "benchmark_filing";
  private static final long MOST_ROWS = 100_000;
  private static final List<String> KEY = List.of("package_code", "bbs_code");

  private final Bench bench;

  FilingWorkload(Bench bench) {
    this.bench = bench;
  }

  /** The race. */
  List<RaceResult> run() {
    List<String> upazilas =
        new JdbcTemplate(bench.server().owner(Nation.KNOWN))
            .queryForList(
                "SELECT location_code FROM geo_locations WHERE level = 'upazila' ORDER BY location_code",
                String.class);
    long rows = Math.min(MOST_ROWS, bench.options().rows() / 10);
    List<String> packages =
        Stream.iterate(1, i -> i + 1)
            .limit(-Math.floorDiv(-rows, (long) upazilas.size()))
            .map("B-%04d"::formatted)
            .toList();
    filePackages(packages);
    Path filing = bench.data().resolve("%s_subscribers_%s.csv".formatted(ISP, MONTH));
    long count = writeSubscribers(filing, packages, upazilas, rows);
    Contender engine =
        new IntakeContender(
            bench.nation(), FILED, Map.of(filing, inbox()), List.of(engineRows()), count);
    List<RaceResult> result =
        List.of(
            bench
                .race()
                .run(
                    "filing",
                    bench.options().rounds(),
                    engine,
                    bench.loaders(task(filing, count), EnumSet.allOf(RivalName.class))));
    bench.server().drop(FILED);
    return result;
  }

  private RivalTask task(Path filing, long count) {
    String setUp = Resources.sql(getClass(), "benchmarkFiling");
    bench.server().copy(FILED, RivalTask.DATABASE);
    DataSource database = bench.server().owner(RivalTask.DATABASE);
    new JdbcTemplate(database).execute(setUp);
    List<TableColumn> columns = TableColumn.listOf(database, TABLE);
    CheckedRows rows = new CheckedRows(TABLE, TableColumn.names(columns), TABLE, KEY, 0);
    return new RivalTask(
        bench.server(),
        FILED,
        setUp,
        List.of(new RowsFile(TABLE, filing, columns, count)),
        List.of(rows));
  }

  private static CheckedRows engineRows() {
    return new CheckedRows(
        "subscriber_snapshots",
        List.of(
            "p.code AS package_code",
            "s.location_code AS bbs_code",
            "s.total_subscribers",
            "s.new_subscribers",
            "s.churned_subscribers",
            "s.suspended_subscribers"),
        "subscriber_snapshots s JOIN packages p ON p.id = s.package_id",
        KEY,
        0);
  }

  /** A database in which the packages of the month are filed. */
  private void filePackages(List<String> packages) {
    Path file = bench.data().resolve("%s_packages_%s.csv".formatted(ISP, MONTH));
    write(
        file,
        "package_code,package_name,package_type,download_speed_mbps,upload_speed_mbps,mir_mbps,cir_mbps,price_bdt,has_fup,status",
        packages.stream()
            .map("%1$s,Home %1$s,RESIDENTIAL,20,20,20,2.5,900,false,active"::formatted));
    bench.server().copy(Nation.KNOWN, FILED);
    try (BenchmarkEngine engine = bench.nation().engine(FILED)) {
      engine.deliver(file, inbox());
      engine.run("intake");
    }
  }

  private static long writeSubscribers(
      Path file, List<String> packages, List<String> upazilas, long rows) {
    write(
        file,
        "package_code,bbs_code,current_count,new_count,churned_count,suspended_count",
        packages.stream()
            .flatMap(
                code ->
                    upazilas.stream()
                        .map(
                            place ->
                                "%s,%s,%d,3,2,1".formatted(code, place, subscribers(code, place))))
            .limit(rows));
    return rows;
  }

  private static int subscribers(String code, String place) {
    return 10 + Math.floorMod((code + place).hashCode(), 900);
  }

  private static void write(Path file, String header, Stream<String> lines) {
    try {
      Files.write(file, Stream.concat(Stream.of(header), lines).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inbox() {
    return "isps/%s/inbox".formatted(ISP);
  }
}
