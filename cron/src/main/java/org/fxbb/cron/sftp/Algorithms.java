package org.fxbb.cron.sftp;

import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/**
 * What the server speaks: no SHA-1, no CBC, no small groups, no compression before or after login.
 *
 * <p><b>Source</b>: spec 7.4, "modern algorithms only"; RFC 9142 and NIST SP 800-131A.
 */
final class Algorithms {
  static final List<String> KEY_EXCHANGES =
      List.of(
          "mlkem768x25519-sha256",
          "sntrup761x25519-sha512",
          "sntrup761x25519-sha512@openssh.com",
          "curve25519-sha256",
          "curve25519-sha256@libssh.org",
          "ecdh-sha2-nistp521",
          "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp256",
          "diffie-hellman-group18-sha512",
          "diffie-hellman-group16-sha512");

  static final List<String> CIPHERS =
      List.of(
          "chacha20-poly1305@openssh.com",
          "aes256-gcm@openssh.com",
          "aes128-gcm@openssh.com",
          "aes256-ctr",
          "aes192-ctr",
          "aes128-ctr");

  static final List<String> MACS =
      List.of(
          "hmac-sha2-512-etm@openssh.com",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-512",
          "hmac-sha2-256");

  static final List<String> SIGNATURES =
      List.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp521",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp256",
          "rsa-sha2-512",
          "rsa-sha2-256");

  private Algorithms() {}

  /** Has the server speak these only, the first that a client knows too. */
  static void set(SshServer server) {
    server.setKeyExchangeFactories(
        KEY_EXCHANGES.stream()
            .map(BuiltinDHFactories::fromFactoryName)
            .filter(known -> known != null && known.isSupported())
            .<KeyExchangeFactory>map(ServerBuilder.DH2KEX)
            .toList());
    server.setCipherFactories(
        CIPHERS.stream()
            .map(BuiltinCiphers::fromFactoryName)
            .<NamedFactory<Cipher>>map(known -> known)
            .toList());
    server.setMacFactories(
        MACS.stream()
            .map(BuiltinMacs::fromFactoryName)
            .<NamedFactory<Mac>>map(known -> known)
            .toList());
    server.setSignatureFactories(
        SIGNATURES.stream()
            .map(BuiltinSignatures::fromFactoryName)
            .<NamedFactory<Signature>>map(known -> known)
            .toList());
    server.setCompressionFactories(List.of(BuiltinCompressions.none));
  }
}
