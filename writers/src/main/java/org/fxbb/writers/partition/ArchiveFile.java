package org.fxbb.writers.partition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files of archived partitions below {@code partitions/<table>/} of the archive folder: {@code
 * <partition>-<beginning of the SHA-256>.csv.gz}, beside it {@code .json} with what it holds.
 *
 * <p><b>Shape</b>: gzip of CSV as in RFC 4180 with a header; an empty cell is null, {@code ""} an
 * empty text; times in UTC with offset.
 *
 * <p><b>Lifecycle</b>: a file is complete or absent: written under a temporary name ending in
 * {@code .part}, forced to disk and renamed. Equal content has an equal name.
 */
final class ArchiveFile {
  private static final String FOLDER = "partitions";
  private static final String TEMPORARY = ".part";
  private static final String SUFFIX = ".csv.gz";
  private static final int BUFFER = 256 << 10;
  private static final int PREFIX = 16;

  private final Path root;

  ArchiveFile(Path root) {
    this.root = root;
  }

  /** Writes the rows of a partition. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream csv) throws IOException, SQLException;
  }

  /** A file that was written: its path below the archive folder, size and SHA-256. */
  record Written(String path, long bytes, String sha256) {}

  Written write(PartitionRange range, Content content) throws IOException, SQLException {
    Path folder = Files.createDirectories(root.resolve(FOLDER).resolve(range.table()));
    Path temporary = folder.resolve(range.partition() + TEMPORARY);
    MessageDigest digest = sha256();
    try (FileChannel channel = open(temporary)) {
      GZIPOutputStream csv =
          new GZIPOutputStream(
              new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
      content.writeTo(csv);
      csv.finish();
      channel.force(true);
      String hash = HexFormat.of().formatHex(digest.digest());
      String name = range.partition() + "-" + hash.substring(0, PREFIX) + SUFFIX;
      long bytes = channel.size();
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
      return new Written(FOLDER + "/" + range.table() + "/" + name, bytes, hash);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes the manifest beside a file. */
  void writeManifest(String path, String json) throws IOException {
    Path manifest = root.resolve(path.substring(0, path.length() - SUFFIX.length()) + ".json");
    Path temporary = manifest.resolveSibling(manifest.getFileName() + TEMPORARY);
    try (FileChannel channel = open(temporary)) {
      Channels.newOutputStream(channel).write(json.getBytes(StandardCharsets.UTF_8));
      channel.force(true);
    }
    Files.move(temporary, manifest, StandardCopyOption.ATOMIC_MOVE);
    sync(manifest.resolveSibling("."));
  }

  /**
   * Reads a file whole from disk and compares its SHA-256 with the listed one.
   *
   * @throws DamagedArchiveException when it is missing, cannot be read or is another
   */
  void check(PartitionArchive archive) {
    Path file = root.resolve(archive.path());
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
      String found = HexFormat.of().formatHex(digest.digest());
      if (!found.equals(archive.sha256())) {
        throw damaged(
            archive,
            "%d bytes with SHA-256 %s".formatted(archive.bytes(), archive.sha256()),
            "%d bytes with SHA-256 %s".formatted(bytes, found),
            null);
      }
    } catch (NoSuchFileException e) {
      throw damaged(archive, "a file with SHA-256 " + archive.sha256(), "no file", e);
    } catch (IOException e) {
      throw damaged(archive, "a readable file", String.valueOf(e.getMessage()), e);
    }
  }

  /** The rows of a file, as CSV. */
  InputStream open(PartitionArchive archive) throws IOException {
    return new GZIPInputStream(Files.newInputStream(root.resolve(archive.path())), BUFFER);
  }

  DamagedArchiveException damaged(
      PartitionArchive archive, String expected, String found, @Nullable Throwable cause) {
    return new DamagedArchiveException(
        "Cannot use the archive of partition %s: %s: expected %s, found %s."
            .formatted(archive.range().partition(), root.resolve(archive.path()), expected, found),
        cause);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
