package org.fxbb.writers.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.writers.profile.WorkProfile;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a table holds after rows were sent, in the order in which they came there. */
final class CopyRowsIT {
  private static final DataSource DATABASE = TestDatabase.createEmpty().superuser();

  private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
  private final CopyRows rows = new CopyRows(List.of("pop", "value"), 16);

  private List<String> send() throws SQLException {
    jdbc.execute("DROP TABLE IF EXISTS sent");
    jdbc.execute(
        "CREATE TABLE sent (n bigint GENERATED ALWAYS AS IDENTITY, pop bigint, value text)");
    try (Connection connection = DATABASE.getConnection()) {
      rows.send(connection, "sent", new WorkProfile());
    }
    return jdbc.queryForList(
        "SELECT pop || ' ' || left(value, 3) || ' ' || length(value) FROM sent ORDER BY n",
        String.class);
  }

  @Test
  void rowsWithNumbersAreSentInTheirOrderAndEqualOnesAsTheyCame() throws SQLException {
    rows.row(7).int8(7).text("one");
    rows.row(1L << 36).int8(0).text("two");
    rows.row(0).int8(2).text("tri");
    rows.row(7).int8(7).text("fou");
    rows.row(0).int8(2).text("fiv");

    assertThat(send()).containsExactly("2 tri 3", "2 fiv 3", "7 one 3", "7 fou 3", "0 two 3");
    rows.clear();
    rows.row(9).int8(9).text("new");
    rows.row(8).int8(8).text("new");
    assertThat(send()).containsExactly("8 new 3", "9 new 3");
  }

  @Test
  void rowsOfAnySizeAreWholeInAnyOrder() throws SQLException {
    for (int i = 3_000; i > 0; i--) {
      rows.row(i).int8(i).text("x".repeat(i == 1_500 ? 70_000 : i % 100));
    }
    List<String> sent = send();

    assertThat(sent).hasSize(3_000).startsWith("1 x 1", "2 xx 2").endsWith("3000  0");
    assertThat(sent.get(1_499)).isEqualTo("1500 xxx 70000");
  }

  @Test
  void rowsWithoutNumbersAreSentAsTheyCame() throws SQLException {
    rows.row().int8(2).text("one");
    rows.row().int8(1).text("two");

    assertThat(send()).containsExactly("2 one 3", "1 two 3");
  }
}
