package org.fxbb.cron.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.jobs.run.Progress;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class ChecksumIT {

  private static Checksum.Result of(TestDatabase database) {
    return new Checksum(database.etl()).compute(Progress.none());
  }

  private static void addIsps(DataSource source, String... codes) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    for (String code : codes) {
      jdbc.update(
          """
          INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status)
          SELECT ?, 'L-' || ?, 'Net ' || ?, id, 'ACTIVE'
          FROM isp_license_categories WHERE code = 'NATIONWIDE'
          """,
          code,
          code,
          code);
      jdbc.update(
          """
          INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from)
          SELECT id, 'pop-1', 'PoP', '3026', 'ACTIVE', DATE '2026-01-01' FROM isps WHERE code = ?
          """,
          code);
    }
  }

  @Test
  void theSameFactsInAnotherOrderUnderOtherIdsAreTheSame() {
    TestDatabase one = TestDatabase.create();
    TestDatabase other = TestDatabase.create();
    addIsps(one.etl(), "isp-0001", "isp-0002", "isp-0003");
    addIsps(other.etl(), "isp-0009");
    new JdbcTemplate(other.etl()).update("DELETE FROM pops");
    new JdbcTemplate(other.etl()).update("DELETE FROM isps");
    addIsps(other.etl(), "isp-0003", "isp-0001", "isp-0002");

    assertThat(of(other)).isEqualTo(of(one));
  }

  @Test
  void oneChangedCellChangesItsTableAndTheWhole() {
    TestDatabase database = TestDatabase.create();
    addIsps(database.etl(), "isp-0001", "isp-0002");
    Checksum.Result before = of(database);
    new JdbcTemplate(database.etl())
        .update("UPDATE isps SET name_bn = 'নেট' WHERE code = 'isp-0002'");
    Checksum.Result after = of(database);

    assertThat(after.all()).isNotEqualTo(before.all());
    assertThat(after.tables().get("isps")).isNotEqualTo(before.tables().get("isps"));
    assertThat(after.tables().get("pops")).isEqualTo(before.tables().get("pops"));
  }

  @Test
  void swappedFactsOfTwoOwnersAreNotTheSame() {
    TestDatabase database = TestDatabase.create();
    addIsps(database.etl(), "isp-0001", "isp-0002");
    JdbcTemplate jdbc = new JdbcTemplate(database.etl());
    jdbc.update(
        "UPDATE pops SET name_en = 'A' WHERE isp_id = (SELECT id FROM isps WHERE code = 'isp-0001')");
    Checksum.Result before = of(database);
    jdbc.update("UPDATE pops SET name_en = CASE WHEN name_en = 'A' THEN 'PoP' ELSE 'A' END");

    assertThat(of(database).all()).isNotEqualTo(before.all());
  }

  @Test
  void everyIdOfTheDatabaseIsReplacedByAWordOrLeftOutOnPurpose() {
    List<Checksum.Column> columns =
        new JdbcTemplate(TestDatabase.create().etl())
            .query(
                Resources.sql(Checksum.class, "columns"),
                (row, i) ->
                    new Checksum.Column(row.getString(1), row.getString(2), row.getString(3)));

    assertThat(columns)
        .filteredOn(column -> !Checksum.RECORDS_OF_ARRIVAL.contains(column.table()))
        .filteredOn(Checksum::isBusiness)
        .filteredOn(column -> column.name().endsWith("_id"))
        .filteredOn(column -> List.of("bigint", "integer", "smallint").contains(column.type()))
        .extracting(Checksum.Column::name)
        .allMatch(name -> NaturalKeys.of(name).isPresent());
  }
}
