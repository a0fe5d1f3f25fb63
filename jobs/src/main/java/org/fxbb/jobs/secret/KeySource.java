package org.fxbb.jobs.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the key ring is kept: in the setting {@code FXBB_SECRETS_KEYS} when that is given, else in
 * a file that only its owner may read.
 *
 * <p><b>Errors</b>: {@link IllegalStateException} when the file may be read or written by others,
 * or does not hold keys; the message never holds one.
 *
 * <p><b>Lifecycle</b>: reads anew each time, so that a rotation by another process is seen.
 */
public final class KeySource {
  /** The environment variable that may hold the ring. */
  public static final String SETTING = "FXBB_SECRETS_KEYS";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));
  private static final String HEADING =
      """
      # Keys of the encrypted secrets: the first encrypts, the others decrypt what is older.
      # Back this file up, apart from the database: without it no secret can be read again.
      """;

  private final @Nullable String setting;
  private final Path file;

  /**
   * Keys from a setting or a file.
   *
   * @param setting the ring itself, or null or blank to use the file
   * @param file absolute; need not exist
   */
  public KeySource(@Nullable String setting, Path file) {
    this.setting = setting == null || setting.isBlank() ? null : setting;
    this.file = file;
  }

  /** The ring as it is now; empty when the file does not exist. */
  KeyRing read() {
    if (setting != null) {
      return KeyRing.parse(setting, place());
    }
    if (!Files.exists(file)) {
      return KeyRing.empty(place());
    }
    refuseOpenFile();
    try {
      return KeyRing.parse(Files.readString(file), place());
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot use %s: expected a text file that this user may read, found %s."
              .formatted(place(), e.getClass().getSimpleName()),
          e);
    }
  }

  /** Whether the engine itself may change the ring. */
  boolean isFile() {
    return setting == null;
  }

  /** Where the keys are, for messages. */
  String place() {
    return setting == null ? "the key file " + file : "the setting " + SETTING;
  }

  /** Puts a new current key into the ring and the file. */
  KeyRing addKey(KeyRing ring) {
    byte[] key = new byte[KeyRing.KEY_BYTES];
    RANDOM.nextBytes(key);
    KeyRing next = ring.withCurrent(ring.nextId(), key);
    write(next);
    return next;
  }

  /** Puts this ring into the file, whole or not at all, also when the power fails. */
  void write(KeyRing ring) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", modes());
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(HEADING + ring.text());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s: expected a folder that this user may write, found \"%s\"."
              .formatted(place(), e.getMessage()),
          e);
    }
  }

  private FileAttribute<?>[] modes() throws IOException {
    return knowsModes()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private boolean knowsModes() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
  }

  private void refuseOpenFile() {
    try {
      if (!knowsModes()) {
        return;
      }
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
      if (found.stream().anyMatch(OF_OTHERS::contains)) {
        throw new IllegalStateException(
            "Cannot use %s: expected that only its owner may read it (rw-------), found %s. Run: chmod 600 %s. If somebody may have read it, make a new key: fxbb secrets rotate"
                .formatted(place(), PosixFilePermissions.toString(found), file));
      }
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("Cannot use %s: it has just gone.".formatted(place()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot look at the permissions of %s: \"%s\".".formatted(place(), e.getMessage()), e);
    }
  }
}
