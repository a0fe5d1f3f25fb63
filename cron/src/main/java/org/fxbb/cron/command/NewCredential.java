package org.fxbb.cron.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.access.Passwords;
import org.fxbb.jobs.access.SshPublicKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an SFTP account gets: public keys, or one password that is read or made. */
final class NewCredential {
  private static final int MOST_BYTES = 65_536;

  @Option(
      names = "--public-key-file",
      paramLabel = "<file>",
      description = "An OpenSSH public key, such as id_ed25519.pub; may be given several times.")
  private @Nullable List<Path> publicKeyFiles;

  @Option(names = "--password-stdin", description = "Read a password from standard input.")
  private boolean passwordStdin;

  @Option(names = "--password", description = "Make a password and print it once.")
  private boolean madePassword;

  /** Whether it is public keys, not a password. */
  boolean isKeys() {
    return publicKeyFiles != null;
  }

  /** The keys, checked. */
  List<SshPublicKey> readKeys() {
    List<SshPublicKey> keys = new ArrayList<>();
    for (Path file : publicKeyFiles == null ? List.<Path>of() : publicKeyFiles) {
      try {
        keys.add(SshPublicKey.parse(read(file)));
      } catch (IllegalArgumentException e) {
        throw new EngineFailure(e.getMessage() + " File: " + file, e);
      }
    }
    return keys;
  }

  /** A fresh password when one is to be made, else null. */
  @Nullable String makePassword() {
    return madePassword ? Passwords.generate() : null;
  }

  /** The password to store: from standard input, or the one that was made; empty for keys. */
  char[] password(@Nullable String made) {
    if (passwordStdin) {
      return SecretInput.readPassword();
    }
    return made == null ? new char[0] : made.toCharArray();
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new EngineFailure(
            "Cannot read the public key: expected a file of one line, found %,d bytes in %s."
                .formatted(Files.size(file), file));
      }
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot read the public key: expected a file at %s that this user may read, found %s. Correct --public-key-file."
              .formatted(file.toAbsolutePath(), e.getClass().getSimpleName()),
          e);
    }
  }
}
