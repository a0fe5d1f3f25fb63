package org.fxbb.cron.pull;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/** Lets only the server in whose key is written down, and remembers which other was met. */
final class HostKeyCheck implements ServerKeyVerifier {
  private final ServerKeyVerifier known;
  private volatile String refused = "";

  /** Knows the keys in a file of OpenSSH. */
  HostKeyCheck(Path knownHosts) {
    known = new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts);
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
    boolean right = known.verifyServerKey(session, address, key);
    refused =
        right
            ? ""
            : KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    return right;
  }

  /** Type and fingerprint of a key that was met and not known. */
  Optional<String> findRefused() {
    return refused.isEmpty() ? Optional.empty() : Optional.of(refused);
  }
}
