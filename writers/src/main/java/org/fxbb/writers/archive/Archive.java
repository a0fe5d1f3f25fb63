package org.fxbb.writers.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Keeps every received file as {@code <yyyy>/<mm>/<sha256>}, equal bytes of a month once.
 *
 * <p><b>Lifecycle</b>: thread-safe. A kept file is complete or absent: it is written under a
 * temporary name in {@code incoming/} ({@link #copy}), forced to disk and renamed ({@link
 * #settle}); a temporary file that a crash left is never read and is removed by the next {@link
 * #sweep}. Copying many files before the first is settled lets the file system force them together,
 * at a tenth of the cost. Temporary files are spread over folders because ext4 places a file near
 * its folder and slows down where many were removed lately.
 *
 * <p><b>Source</b>: spec 4.1.
 */
public final class Archive {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneId.of("Asia/Dhaka"));
  private static final int BUFFER = 256 << 10;
  private static final String TEMPORARY = ".tmp";

  private static final int SPREAD = 64;

  private final Path root;
  private final Path incoming;
  private final String run = UUID.randomUUID().toString();
  private final AtomicLong copies = new AtomicLong();

  /** Keeps files below a folder, which is made when needed. */
  public Archive(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
  }

  /**
   * A kept file.
   *
   * @param path below the archive's folder
   * @param sha256 of its bytes, hexadecimal
   * @param bytes its size
   */
  public record Kept(String path, String sha256, long bytes) {}

  /**
   * A copy under a temporary name, not yet forced to disk.
   *
   * @param temporary where it is
   * @param kept what it becomes
   */
  public record Copy(Path temporary, Kept kept) {}

  /** Copies a file for the archive of the month (Asia/Dhaka) in which it was received. */
  public Copy copy(FileChannel file, Instant receivedAt) throws IOException {
    return copy(file, file.size(), receivedAt);
  }

  /** The same of bytes that come from elsewhere, such as a member of an archive. */
  public Copy copy(InputStream bytes, Instant receivedAt) throws IOException {
    return copy(Channels.newChannel(bytes), BUFFER, receivedAt);
  }

  private Copy copy(ReadableByteChannel file, long size, Instant receivedAt) throws IOException {
    long number = copies.getAndIncrement();
    Path folder = Files.createDirectories(incoming.resolve(Long.toString(number % SPREAD)));
    Path temporary = folder.resolve(run + "-" + number + TEMPORARY);
    MessageDigest digest = sha256();
    long bytes;
    try (FileChannel out =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes = copy(file, size, out, digest);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    String name = HexFormat.of().formatHex(digest.digest());
    return new Copy(temporary, new Kept(MONTH.format(receivedAt) + "/" + name, name, bytes));
  }

  /** Removes a copy that is not wanted. */
  public void drop(Copy copy) throws IOException {
    Files.deleteIfExists(copy.temporary());
  }

  /**
   * Forces the content of a copy to disk and gives it its name, unless the archive has these bytes
   * already. {@link #sync} must follow before anyone is told that the file is kept.
   */
  public void settle(Copy copy) throws IOException {
    Path kept = root.resolve(copy.kept().path());
    if (Files.exists(kept)) {
      drop(copy);
      return;
    }
    try (FileChannel content = FileChannel.open(copy.temporary(), StandardOpenOption.WRITE)) {
      content.force(true);
    }
    Files.createDirectories(kept.resolveSibling(""));
    Files.move(copy.temporary(), kept, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forces the names of settled files to disk; their content is there already. */
  public void sync(Collection<Kept> kept) throws IOException {
    for (String month :
        kept.stream().map(k -> k.path().substring(0, 7)).collect(Collectors.toSet())) {
      try (FileChannel folder = FileChannel.open(root.resolve(month), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** Where a kept file is. */
  public Path locate(String path) {
    return root.resolve(path);
  }

  /** Opens a kept file. */
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(root.resolve(path));
  }

  /** Removes temporary files that an interrupted copy left. */
  public void sweep() throws IOException {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    try (var files = Files.find(incoming, 2, (path, about) -> about.isRegularFile())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long copy(ReadableByteChannel in, long size, FileChannel out, MessageDigest digest)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, size + 1));
    long total = 0;
    while (in.read(buffer) >= 0) {
      buffer.flip();
      digest.update(buffer.array(), 0, buffer.limit());
      while (buffer.hasRemaining()) {
        total += out.write(buffer);
      }
      buffer.clear();
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
