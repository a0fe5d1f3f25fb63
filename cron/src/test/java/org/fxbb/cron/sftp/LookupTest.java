package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Account.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LookupTest {
  private static final Account ISP = new Account(Kind.ISP, 1, "isp-0001");
  private static final Account AGENT =
      new Account(Kind.AGENT, 1, "0c5d1b6e-7a4f-4f5e-9d57-1d1f0c2a7101");

  @TempDir private Path drop = Path.of("");
  private Path root = drop;

  @BeforeEach
  void open() throws IOException {
    root = Home.open(drop, ISP).root();
  }

  private static Path find(Home home, String remote) throws IOException {
    FileSystem files = new RootedFileSystemProvider().newFileSystem(home.root(), Map.of());
    return Lookup.find(home, files, RemotePath.parse(remote));
  }

  private Path find(String remote) throws IOException {
    return find(new Home(ISP, root), remote);
  }

  @Test
  void aFileIsSoughtWhereItsUploadIsThenWhereItIsWhole() throws IOException {
    assertThat(find("inbox/a.csv")).hasToString("/.uploads/inbox/a.csv");
    Files.writeString(root.resolve("inbox/a.csv"), "");
    assertThat(find("inbox/a.csv")).hasToString("/inbox/a.csv");
    Files.writeString(root.resolve(".uploads/inbox/a.csv"), "");
    assertThat(find("inbox/a.csv")).hasToString("/.uploads/inbox/a.csv");
    assertThat(Lookup.whole(find("inbox/a.csv"))).hasToString("/inbox/a.csv");
    assertThat(find("try/a.csv")).hasToString("/.uploads/try/a.csv");
    assertThat(find("outbox/a.csv")).hasToString("/outbox/a.csv");
    assertThat(find("/")).hasToString("/");
  }

  @Test
  void anAgentHasNoTry() throws IOException {
    Home agent = Home.open(drop, AGENT);

    assertThat(find(agent, "inbox/a")).hasToString("/.uploads/inbox/a");
    Files.createDirectory(agent.root().resolve("try"));
    assertThatThrownBy(() -> find(agent, "try/a")).hasMessage(RemotePath.ABSENT);
    assertThatThrownBy(() -> find(agent, "try")).hasMessage(RemotePath.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"inbox/link", "outbox/link", "outbox/link/a", "outbox/folder/up/isps", "try/pipe"})
  void aLinkOrDeviceIsNotThereWhereverItLeads(String remote) throws Exception {
    Files.createSymbolicLink(root.resolve("inbox/link"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(root.resolve("outbox/link"), root.resolve("inbox"));
    Files.createDirectory(root.resolve("outbox/folder"));
    Files.createSymbolicLink(root.resolve("outbox/folder/up"), Path.of("../../../.."));
    assertThat(new ProcessBuilder("mkfifo", root.resolve("try/pipe").toString()).start().waitFor())
        .isZero();

    assertThatThrownBy(() -> find(remote))
        .isInstanceOf(Refusal.class)
        .hasMessage("It is neither a file nor a folder, but a link or device.");
  }

  @Test
  void aLinkAmongTheUnfinishedUploadsIsNotFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve(".uploads/inbox/a.csv"), Path.of("/etc/passwd"));

    assertThatThrownBy(() -> find("inbox/a.csv")).hasMessageStartingWith("It is neither");
  }

  @Test
  void whatIsMissingHasAPlaceToo() throws IOException {
    assertThat(find("outbox/none/none")).hasToString("/outbox/none/none");
  }

  @Test
  void onlyWhatAnAccountMaySeeIsListed() throws IOException {
    Files.writeString(root.resolve("inbox/b.csv"), "");
    Files.writeString(root.resolve("inbox/.hidden"), "");
    Files.writeString(root.resolve(".uploads/inbox/a.csv"), "");
    Files.writeString(root.resolve(".uploads/inbox/b.csv"), "newer");
    Files.createSymbolicLink(root.resolve("inbox/link"), Path.of("/etc"));
    Files.createDirectory(root.resolve("secret"));

    assertThat(list("/")).containsExactly("/inbox", "/outbox", "/try");
    assertThat(list("/inbox")).containsExactly("/.uploads/inbox/a.csv", "/.uploads/inbox/b.csv");
    assertThat(list("/outbox")).isEmpty();
  }

  private List<String> list(String folder) throws IOException {
    FileSystem files = new RootedFileSystemProvider().newFileSystem(root, Map.of());
    return Lookup.list(new Home(ISP, root), files.getPath(folder)).stream()
        .map(Path::toString)
        .toList();
  }
}
