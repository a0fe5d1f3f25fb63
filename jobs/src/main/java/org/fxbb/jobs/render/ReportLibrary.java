package org.fxbb.jobs.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.run.NameUuid;
import org.fxbb.reports.pack.AuditSeal;
import org.fxbb.reports.pack.ReportPeriod;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Remembers each rendered file with its SHA-256, and every figure printed in the newest pack. */
final class ReportLibrary {
  private static final String FIGURES = "figures.json";
  private static final String REMEMBER = SqlText.of(ReportLibrary.class, "remember");
  private static final String FORGET_FIGURES = SqlText.of(ReportLibrary.class, "forgetFigures");
  private static final String REMEMBER_FIGURES = SqlText.of(ReportLibrary.class, "rememberFigures");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "pdf", "application/pdf",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "json", "application/json");

  private final NamedParameterJdbcTemplate jdbc;

  ReportLibrary(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Call inside a transaction. Months cannot be closed yet, so every pack is provisional. */
  void remember(String report, ReportPeriod made, List<Path> files) throws IOException {
    for (Path file : files) {
      remember(report, made, file);
      if (file.endsWith(FIGURES)) {
        Map<String, Object> pack =
            Map.of(
                "report", report,
                "period", made.month().atDay(1),
                "figures", Files.readString(file));
        jdbc.update(FORGET_FIGURES, pack);
        jdbc.update(REMEMBER_FIGURES, pack);
      }
    }
  }

  private void remember(String report, ReportPeriod made, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    AuditSeal seal = made.seal();
    jdbc.update(
        REMEMBER,
        new MapSqlParameterSource()
            .addValue("id", NameUuid.of(report + "/" + made.month() + "/" + name))
            .addValue("report", report)
            .addValue("period", made.month().atDay(1))
            .addValue(
                "isp", report.equals("R2") && name.endsWith(".pdf") ? name.substring(0, dot) : null)
            .addValue("path", file.toString())
            .addValue("mediaType", MEDIA_TYPES.get(name.substring(dot + 1)))
            .addValue("bytes", Files.size(file))
            .addValue("sha256", sha256(file))
            .addValue("policySet", made.policySet())
            .addValue("sealNo", seal == null ? null : seal.number())
            .addValue("sealSha256", seal == null ? null : seal.sha256())
            .addValue("now", made.asOf().atOffset(ZoneOffset.UTC)));
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
