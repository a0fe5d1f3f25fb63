package org.fxbb.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import javax.sql.DataSource;
import org.fxbb.migrations.TestDatabase;
import org.fxbb.reports.pack.AuditSeal;
import org.fxbb.reports.pack.ReportPeriod;

/** A database that holds the small nation of {@code fixture.sql}. */
final class SmallNation {
  static final YearMonth MONTH = YearMonth.of(2026, 1);
  static final Instant AS_OF = Instant.parse("2026-02-12T03:00:00Z");
  static final Instant DEADLINE = Instant.parse("2026-02-10T18:00:00Z");
  static final String POLICY = "btrc-poc-2026";
  static final AuditSeal SEAL = new AuditSeal(7, "5ea1".repeat(16));
  static final ReportPeriod PERIOD = new ReportPeriod(MONTH, POLICY, AS_OF, SEAL, DEADLINE);

  private final TestDatabase database = TestDatabase.create();

  SmallNation() {
    execute(text());
  }

  /** Reads as the reports do. */
  DataSource report() {
    return database.report();
  }

  /** Changes data as nobody in the engine may. */
  void execute(String sql) {
    try (Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(SmallNation.class.getResourceAsStream("fixture.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
