package org.fxbb.reports.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what a pack is and which files belong to it.
 *
 * <p><b>Shape</b>: report, period, engine version, policy set, provisional, audit seal (null while
 * the log is empty), and each file with bytes and SHA-256, by name; keys in this order.
 *
 * <p><b>Lifecycle</b>: written last, so a pack with a manifest is whole. Of a pack that was drawn
 * again in part, seal and time are those of the newest drawing.
 *
 * <p><b>Source</b>: spec 6.4.
 */
public final class Manifest {
  /** Name of the file. */
  public static final String NAME = "manifest.json";

  private static final int BUFFER = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Manifest() {}

  /**
   * Writes the manifest into the pack's folder and returns its path.
   *
   * @param status the words that qualify every figure of the pack, see {@link Snapshot#status}
   * @param files all files of the pack but the manifest, in the same folder
   */
  public static Path write(
      Path pack, String report, ReportPeriod period, String status, List<Path> files)
      throws IOException {
    Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
    manifest.put("report", report);
    manifest.put("period", period.month().toString());
    manifest.put("engine", engine());
    manifest.put("policy_set", period.policySet());
    manifest.put("provisional", status.contains("PROVISIONAL"));
    manifest.put("audit_seal", seal(period.seal()));
    manifest.put("files", describe(files));
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));
    byte[] json = (JSON.writer().with(lines).writeValueAsString(manifest) + "\n").getBytes(UTF_8);
    return StagedFile.write(pack.resolve(NAME), out -> out.write(json));
  }

  private static @Nullable Map<String, Object> seal(@Nullable AuditSeal seal) {
    if (seal == null) {
      return null;
    }
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("number", seal.number());
    described.put("sha256", seal.sha256());
    return described;
  }

  private static List<Map<String, Object>> describe(List<Path> files) throws IOException {
    List<Path> ordered = new ArrayList<>(files);
    ordered.sort(Comparator.comparing(file -> String.valueOf(file.getFileName())));
    List<Map<String, Object>> described = new ArrayList<>();
    for (Path file : ordered) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", String.valueOf(file.getFileName()));
      one.put("bytes", Files.size(file));
      one.put("sha256", sha256(file));
      described.add(one);
    }
    return described;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  private static String engine() {
    String version = Manifest.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
