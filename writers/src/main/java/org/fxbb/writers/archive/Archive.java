package org.fxbb.writers.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps every received file as {@code <yyyy>/<mm>/<sha256>}, equal bytes of a month once.
 *
 * <p><b>Lifecycle</b>: thread-safe. A copy is complete or absent: it is written under a temporary
 * name, forced to disk and renamed; a temporary file that a crash left is never read and is removed
 * by the next {@link #sweep}.
 *
 * <p><b>Source</b>: spec 4.1.
 */
public final class Archive {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneId.of("Asia/Dhaka"));
  private static final int BUFFER = 256 << 10;
  private static final String TEMPORARY = ".tmp";

  private final Path root;

  /** Keeps files below a folder, which is made when needed. */
  public Archive(Path root) {
    this.root = root;
  }

  /**
   * A kept file.
   *
   * @param path below the archive's folder
   * @param sha256 of its bytes, hexadecimal
   * @param bytes its size
   */
  public record Kept(String path, String sha256, long bytes) {}

  /** Copies a file into the archive of the month (Asia/Dhaka) in which it was received. */
  public Kept keep(Path file, Instant receivedAt) throws IOException {
    String month = MONTH.format(receivedAt);
    Path folder = Files.createDirectories(root.resolve(month));
    Path temporary = folder.resolve(UUID.randomUUID() + TEMPORARY);
    MessageDigest digest = sha256();
    long bytes;
    try (InputStream in = Files.newInputStream(file);
        FileChannel out =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes = copy(in, out, digest);
      String name = HexFormat.of().formatHex(digest.digest());
      Path kept = folder.resolve(name);
      if (!Files.exists(kept)) {
        out.force(true);
        Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE);
      }
      return new Kept(month + "/" + name, name, bytes);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Forces the names of kept files to disk; their content is there already. */
  public void sync(Collection<Kept> kept) throws IOException {
    for (String month :
        kept.stream().map(k -> k.path().substring(0, 7)).collect(Collectors.toSet())) {
      try (FileChannel folder = FileChannel.open(root.resolve(month), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** Opens a kept file. */
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(root.resolve(path));
  }

  /** Removes temporary files that an interrupted copy left. */
  public void sweep() throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var files = Files.find(root, 3, (path, about) -> about.isRegularFile())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().endsWith(TEMPORARY)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static long copy(InputStream in, FileChannel out, MessageDigest digest)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    int n = in.read(buffer);
    while (n >= 0) {
      digest.update(buffer, 0, n);
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
      while (bytes.hasRemaining()) {
        total += out.write(bytes);
      }
      n = in.read(buffer);
    }
    return total;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
