package org.fxbb.cron.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the seals that were printed in packs: in the report library and in the manifests of the
 * output folder.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when the folder cannot be read; a manifest that cannot be
 * read is a seal with the number 0.
 */
public final class PrintedSeals {
  private static final String MANIFEST = "manifest.json";
  private static final int DEPTH = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataSource etl;
  private final Path output;

  /** Looks into the library of this database and the packs of this folder. */
  public PrintedSeals(DataSource etl, Path output) {
    this.etl = etl;
    this.output = output;
  }

  /** All of them, those of the library first, then manifests by path. */
  public List<PrintedSeal> list() {
    List<PrintedSeal> printed =
        new ArrayList<>(
            new JdbcTemplate(etl)
                .query(
                    Resources.sql(PrintedSeals.class, "auditPrinted"),
                    (row, i) ->
                        new PrintedSeal(
                            row.getLong("audit_seal_no"),
                            String.valueOf(row.getString("audit_seal_sha256")),
                            "the report library, %s of %s"
                                .formatted(
                                    row.getString("report_code"), row.getString("period")))));
    manifests().stream().flatMap(PrintedSeals::sealOf).forEach(printed::add);
    return printed;
  }

  /** The seal of a manifest; nothing where the manifest says that there was none. */
  private static Stream<PrintedSeal> sealOf(Path manifest) {
    JsonNode seal;
    try {
      seal = JSON.readTree(Files.readAllBytes(manifest)).path("audit_seal");
    } catch (IOException | JacksonException e) {
      return Stream.of(new PrintedSeal(0, "", manifest.toString()));
    }
    return seal.isNull()
        ? Stream.empty()
        : Stream.of(
            new PrintedSeal(
                seal.path("number").asLong(0),
                seal.path("sha256").asString(""),
                manifest.toString()));
  }

  private List<Path> manifests() {
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(output, DEPTH)) {
      return files.filter(file -> file.endsWith(MANIFEST)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new EngineFailure(
          "Cannot look for packs in %s: %s. Make the folder readable, or set fxbb.output."
              .formatted(output, e.getMessage()),
          e);
    }
  }
}
