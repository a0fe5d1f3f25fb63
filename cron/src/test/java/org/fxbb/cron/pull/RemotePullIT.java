package org.fxbb.cron.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server that knows one key and whose key we know. */
final class RemotePullIT {
  private static final FileTime RECEIVED = FileTime.from(Instant.parse("2026-02-05T06:00:00Z"));

  @TempDir private Path folder = Path.of("");
  private final SshServer server = SshServer.setUpDefaultServer();
  private Path theirs = folder;
  private Path ours = folder;

  @BeforeEach
  void serve() throws IOException, GeneralSecurityException {
    KeyPair host = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    KeyPair mine = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    try (OutputStream out = Files.newOutputStream(folder.resolve("key"))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(mine, "", null, out);
    }
    theirs = Files.createDirectories(folder.resolve("theirs"));
    ours = folder.resolve("ours");
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(host));
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("fxbb") && KeyUtils.compareKeys(key, mine.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(theirs));
    server.start();
    knowHost(host);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  private void knowHost(KeyPair host) throws IOException {
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s%n"
            .formatted(server.getPort(), PublicKeyEntry.toString(host.getPublic())));
  }

  private RemotePull pull(boolean keep) {
    return new RemotePull(
        new PullProperties(
            "127.0.0.1",
            server.getPort(),
            "fxbb",
            folder.resolve("key"),
            folder.resolve("known_hosts"),
            "/drop",
            keep,
            Duration.ofSeconds(20)),
        ours,
        Clock.systemUTC());
  }

  private Path remote(String path, String text) throws IOException {
    Path file = theirs.resolve("drop").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.setLastModifiedTime(Files.writeString(file, text), RECEIVED);
  }

  @Test
  void eachCompleteFileIsFetchedOnceWithItsTime() throws Exception {
    Path filing = remote("isps/isp-0001/inbox/isp-0001_packages_2026-01.csv", "a,b\n1,2\n");
    remote("isps/isp-0001/try/x.csv", "x\n");
    remote("agents/0c5d1b6e-7a4f-4f5e-9d57-1d1f0c2a7101/inbox/d.ndjson", "{}\n");
    Path half = remote("isps/isp-0001/inbox/y.csv.filepart", "half");
    Path hidden = remote("isps/isp-0001/inbox/.z.csv", "hidden");
    Path cutOff = remote("isps/isp-0002/inbox/.fxbb/cut-off.csv", "fetched again\n");
    Path fresh = Files.writeString(remote("isps/isp-0002/inbox/fresh.csv", ""), "just now\n");
    Path link = theirs.resolve("drop/isps/isp-0002/inbox/link.csv");
    Files.createSymbolicLink(link, filing);

    assertThat(pull(false).fetch()).isEqualTo(5);

    Path mine = ours.resolve("isps/isp-0001/inbox/isp-0001_packages_2026-01.csv");
    assertThat(mine).hasContent("a,b\n1,2");
    assertThat(Files.getLastModifiedTime(mine)).isEqualTo(RECEIVED);
    assertThat(ours.resolve("isps/isp-0001/try/x.csv")).hasContent("x");
    assertThat(ours.resolve("isps/isp-0002/inbox/cut-off.csv")).hasContent("fetched again");
    assertThat(ours.resolve("isps/isp-0002/inbox/fresh.csv")).hasContent("just now");
    assertThat(List.of(filing, cutOff, fresh)).noneMatch(Files::exists);
    assertThat(List.of(half, hidden)).allMatch(Files::exists);
    assertThat(ours.resolve("isps/isp-0002/inbox/link.csv")).doesNotExist();
    assertThat(pull(false).fetch()).isZero();
  }

  @Test
  void whatIsKeptThereIsNotFetchedAgain() throws Exception {
    remote("isps/isp-0001/inbox/a.csv", "a\n");

    assertThat(pull(true).fetch()).isEqualTo(1);
    assertThat(pull(true).fetch()).isZero();
    assertThat(theirs.resolve("drop/isps/isp-0001/inbox/taken"))
        .isDirectoryContaining("glob:**-a.csv");
  }

  @Test
  void aFileWaitsThereWhileOursOfItsNameWaits() throws Exception {
    remote("isps/isp-0001/inbox/a.csv", "second\n");
    Path mine = ours.resolve("isps/isp-0001/inbox/a.csv");
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "first\n");

    assertThat(pull(false).fetch()).isZero();
    assertThat(mine).hasContent("first");
    Files.delete(mine);
    assertThat(pull(false).fetch()).isEqualTo(1);
    assertThat(mine).hasContent("second");
  }

  @Test
  void anotherHostKeyIsRefusedAndSaidSo() throws Exception {
    remote("isps/isp-0001/inbox/a.csv", "a\n");
    knowHost(KeyUtils.generateKeyPair("ssh-ed25519", 256));

    assertThatThrownBy(() -> pull(false).fetch())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "Cannot fetch files from fxbb@127.0.0.1:%d: expected a host key that is in %s, found ssh-ed25519 SHA256:"
                .formatted(server.getPort(), folder.resolve("known_hosts")))
        .hasMessageContaining("ssh-keyscan -p %d 127.0.0.1".formatted(server.getPort()));
    assertThat(ours).doesNotExist();

    Files.delete(folder.resolve("known_hosts"));
    assertThatThrownBy(() -> pull(false).fetch()).hasMessageContaining("expected a host key");
  }

  @Test
  void anotherUserKeyIsRefusedThere() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("key"))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
          KeyUtils.generateKeyPair("ssh-ed25519", 256), "", null, out);
    }
    assertThatThrownBy(() -> pull(false).fetch())
        .hasMessageStartingWith("Cannot fetch files from fxbb@127.0.0.1")
        .hasMessageEndingWith("Check fxbb.pull.*; the next run tries again.");
  }
}
