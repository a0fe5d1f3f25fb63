package org.fxbb.cron.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.access.SshPublicKey;

/**
 * The keys by which clients know this server.
 *
 * <p><b>Shape</b>: {@code host_ed25519} and, for old clients, {@code host_rsa} of 3072 bits, in the
 * form of OpenSSH, so that keys of an OpenSSH server can take their place. Made once, when they are
 * missing, and kept: with new ones every client would warn of an impostor.
 *
 * <p><b>Errors</b>: {@link EngineFailure} for a file that is no key, or that others may read.
 *
 * @param pairs ed25519 first
 */
public record HostKeys(List<KeyPair> pairs) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int RSA_BITS = 3072;
  private static final int ED25519_BITS = 256;

  /** Reads the keys in the folder that is set; makes those that are missing. */
  public static HostKeys load(SftpProperties settings) {
    Path folder = settings.hostKeys().toAbsolutePath().normalize();
    Map<String, Integer> kinds = new LinkedHashMap<>();
    kinds.put("ssh-ed25519", ED25519_BITS);
    kinds.put("ssh-rsa", RSA_BITS);
    List<KeyPair> pairs = new ArrayList<>();
    kinds.forEach(
        (type, bits) -> {
          Path file = folder.resolve("host_" + type.substring("ssh-".length()));
          try {
            if (!Files.exists(file)) {
              write(KeyUtils.generateKeyPair(type, bits), file);
            }
            pairs.add(read(file));
          } catch (IOException | GeneralSecurityException e) {
            throw new EngineFailure(
                "Cannot use the host key %s: expected a private key of OpenSSH without passphrase that only this user may read, found \"%s\". Restore it from a backup; if it is lost, remove it, start again, and tell every sender the new fingerprint."
                    .formatted(file, e.getMessage()),
                e);
          }
        });
    return new HostKeys(List.copyOf(pairs));
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(rights)) {
      throw new IOException("rights " + PosixFilePermissions.toString(rights) + ", chmod 600");
    }
    for (KeyPair pair : new FileKeyPairProvider(file).loadKeys(null)) {
      return pair;
    }
    throw new IOException("no key");
  }

  private static void write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "fxbb", null, text);
    Path fresh =
        Files.createTempFile(
            folder, "host", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(fresh, text.toByteArray());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The public halves, as clients know them. */
  public List<SshPublicKey> publicKeys() {
    return pairs.stream()
        .map(pair -> SshPublicKey.parse(PublicKeyEntry.toString(pair.getPublic())))
        .toList();
  }
}
