package org.fxbb.writers.partition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.partition.PartitionArchive.Column;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the JSON beside an archived partition, for whoever has the file but not us. */
final class ArchiveManifest {
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ArchiveManifest() {}

  /**
   * The text of a manifest.
   *
   * @param constraints of the partition, each {@code name: definition}
   */
  static String of(PartitionArchive archive, List<String> constraints, Instant now) {
    PartitionRange range = archive.range();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("table", range.table());
    manifest.put("partition", range.partition());
    manifest.put("from", midnight(range.from()));
    manifest.put("to", midnight(range.to()));
    manifest.put("file", archive.path().substring(archive.path().lastIndexOf('/') + 1));
    manifest.put("format", "gzip, CSV with header, empty = null, \"\" = empty text, times in UTC");
    manifest.put("rows", archive.rows());
    manifest.put("bytes", archive.bytes());
    manifest.put("sha256", archive.sha256());
    manifest.put("content_checksum", archive.checksum());
    manifest.put("columns", archive.columns());
    manifest.put("constraints", constraints);
    manifest.put("archived_at", now.atZone(DHAKA).toOffsetDateTime().toString());
    String version = ArchiveManifest.class.getPackage().getImplementationVersion();
    manifest.put("engine", "fxbb " + (version == null ? "development" : version));
    return JSON.writeValueAsString(manifest);
  }

  static List<Column> columns(String json) {
    return List.of(JSON.readValue(json, Column[].class));
  }

  private static String midnight(LocalDate day) {
    return day.atStartOfDay(DHAKA).toOffsetDateTime().toString();
  }
}
