package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fxbb.cron.sftp.OpenSsh.Ended;
import org.fxbb.jobs.access.AccessCheck;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Accounts;
import org.fxbb.jobs.access.LockPolicy;
import org.fxbb.jobs.access.Passwords;
import org.fxbb.jobs.access.SftpCredentials;
import org.fxbb.jobs.access.SshPublicKey;
import org.fxbb.jobs.audit.AuditEvents;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server as the clients of OpenSSH see it, those of honest senders and of others. */
final class SftpServerIT {
  private static final String US = "isp-7101";
  private static final String THEM = "isp-7102";
  private static final String AGENT = "0c5d1b6e-7a4f-4f5e-9d57-1d1f0c2a7101";
  private static final String PASSWORD = "correct horse battery 7";

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all
  private static TestDatabase database;

  @SuppressWarnings("NullAway.Init") // set before all
  private static SftpCredentials credentials;

  @SuppressWarnings("NullAway.Init") // set before all
  private static Accounts accounts;

  private final Path drop = folder.resolve("drop");
  private final Path inbox = drop.resolve("isps").resolve(US).resolve("inbox");
  private final Path outbox = drop.resolve("isps").resolve(US).resolve("outbox");
  private final List<SftpServer> servers = new ArrayList<>();
  private OpenSsh client = new OpenSsh(folder, 0);

  @BeforeAll
  static void register() throws IOException {
    OpenSsh.require();
    database = TestDatabase.create();
    JdbcTemplate jdbc = new JdbcTemplate(database.superuser());
    for (String code : List.of(US, THEM)) {
      jdbc.update(
          "INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status) SELECT ?, ?, 'N', min(id), 'ACTIVE' FROM isp_license_categories",
          code,
          "L-" + code);
    }
    jdbc.update(
        "INSERT INTO software_agents (agent_uuid, isp_id, agent_type, status, valid_from) SELECT ?::uuid, id, 'SNMP_AGENT', 'ACTIVE', DATE '2026-01-01' FROM isps WHERE code = ?",
        AGENT,
        US);
    Passwords passwords = new Passwords();
    credentials = new SftpCredentials(database.etl(), Clock.systemUTC(), passwords);
    accounts = new Accounts(database.etl());
    letIn(US, "clerk", "-t", "ed25519");
    letIn(US, "rsa", "-t", "rsa", "-b", "3072");
    letIn(US, "ecdsa", "-t", "ecdsa", "-b", "384");
    letIn(THEM, "other", "-t", "ed25519");
    letIn(AGENT, "agent", "-t", "ed25519");
    OpenSsh.keygen(folder, "stranger", "-t", "ed25519");
    OpenSsh.keygen(folder, "weak", "-t", "rsa", "-b", "2048");
  }

  private static void letIn(String account, String key, String... kind) throws IOException {
    SshPublicKey made = SshPublicKey.parse(OpenSsh.keygen(folder, key, kind));
    credentials.addKeys(accounts.getSender(account), List.of(made), null);
  }

  private static String fingerprint(String key) throws IOException {
    return SshPublicKey.parse(Files.readString(folder.resolve(key + ".pub"))).fingerprint();
  }

  private SftpServer serve(SftpProperties settings) throws IOException {
    SftpServer server =
        new SftpServer(
            settings,
            drop,
            new AccessCheck(
                database.etl(),
                Clock.systemUTC(),
                new Passwords(),
                new LockPolicy(3, Duration.ofMinutes(15))),
            new AuditEvents(database.etl()),
            Clock.systemUTC());
    server.start();
    servers.add(server);
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s%n".formatted(server.port(), server.publicKeys().get(0).text()));
    client = new OpenSsh(folder, server.port());
    return server;
  }

  @BeforeEach
  void clean() throws IOException {
    try (Stream<Path> files = Files.exists(drop) ? Files.walk(drop) : Stream.empty()) {
      for (Path file :
          files.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
        Files.delete(file);
      }
    }
    serve(Settings.of(folder.resolve("host"), 100, 50, 1_000, 10));
    for (String account : List.of(US, THEM)) {
      Home.open(drop, accounts.getSender(account));
    }
    Home.open(drop, accounts.getSender(AGENT));
    Files.createDirectories(outbox.resolve("guide"));
    Files.writeString(outbox.resolve("answer.json"), "{\"state\": \"ACCEPTED\"}");
    Files.writeString(outbox.resolve("guide/packages.csv"), "package_code\n");
    Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    new JdbcTemplate(database.superuser())
        .update("UPDATE sftp_credentials SET failed_logins = 0, locked_until = NULL");
  }

  @AfterEach
  void stop() {
    servers.forEach(SftpServer::close);
  }

  /** Ends the servers, so that all is written, and returns the audit log from a number on. */
  private List<String> log(long after) {
    stop();
    return new JdbcTemplate(database.superuser())
        .queryForList(
            "SELECT concat_ws(' ', event, row_key, after) FROM audit_logs WHERE seq > ? AND action = 'EVENT' ORDER BY seq",
            String.class,
            after);
  }

  private static long logged() {
    return new JdbcTemplate(database.superuser())
        .queryForList("SELECT coalesce(max(seq), 0) FROM audit_logs", Long.class)
        .get(0);
  }

  @Test
  void aClerkUploadsListsRenamesAndFetchesWithEveryKindOfKey() throws IOException {
    long before = logged();
    for (String key : List.of("clerk", "rsa", "ecdsa")) {
      Ended ended =
          client
              .sftp(
                  US,
                  key,
                  "pwd",
                  "ls",
                  "put -p a.csv inbox/" + key + ".csv.filepart",
                  "rename inbox/%1$s.csv.filepart inbox/%1$s.csv".formatted(key),
                  "put a.csv try/",
                  "ls -l inbox",
                  "ls outbox",
                  "get outbox/answer.json " + key + ".json",
                  "get outbox/guide/packages.csv",
                  "cd inbox",
                  "chmod 777 " + key + ".csv",
                  "ls -la")
              .isDone();
      assertThat(ended.text())
          .contains("Remote working directory: /\n", "outbox/guide", "inbox/" + key + ".csv")
          .doesNotContain(".uploads", "root", "isp-71");
      assertThat(inbox.resolve(key + ".csv")).hasContent("a,b\n1,2");
      assertThat(folder.resolve(key + ".json")).hasContent("{\"state\": \"ACCEPTED\"}");
    }
    assertThat(inbox.resolve("../try/a.csv")).hasContent("a,b\n1,2");
    assertThat(
            new JdbcTemplate(database.superuser())
                .queryForList(
                    "SELECT fingerprint FROM sftp_credentials WHERE account = ? AND last_login_at IS NOT NULL",
                    String.class,
                    US))
        .contains(fingerprint("clerk"), fingerprint("rsa"), fingerprint("ecdsa"));

    assertThat(log(before))
        .anyMatch(
            row ->
                row.startsWith("sftp.login " + US)
                    && row.contains("127.0.0.1")
                    && row.contains(fingerprintOf("rsa")))
        .anyMatch(row -> row.startsWith("sftp.upload " + US) && row.contains("/try/a.csv"))
        .anyMatch(row -> row.startsWith("sftp.rename " + US) && row.contains("/inbox/rsa.csv"))
        .anyMatch(row -> row.startsWith("sftp.download " + US) && row.contains("guide/packages"))
        .anyMatch(row -> row.startsWith("sftp.logout " + US));
  }

  private static String fingerprintOf(String key) {
    try {
      return fingerprint(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anAgentHasAnInboxAndAnOutbox() throws IOException {
    Ended ended =
        client
            .sftp(AGENT.toUpperCase(java.util.Locale.ROOT), "agent", "ls", "put a.csv inbox/")
            .isDone();
    assertThat(ended.text()).contains("inbox", "outbox").doesNotContain("try");
    assertThat(drop.resolve("agents").resolve(AGENT).resolve("inbox/a.csv")).exists();
    client.sftp(AGENT, "agent", "put a.csv try/").isRefused("No such file");
  }

  @Test
  void theTimeOfAFileIsTheEndOfItsUploadWhateverTheClientSays() throws IOException {
    Path old = folder.resolve("old.csv");
    Files.writeString(old, "a\n");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    Instant before =
        Files.getLastModifiedTime(Files.writeString(folder.resolve("now"), "")).toInstant();

    client.sftp(US, "clerk", "put -p old.csv inbox/").isDone();
    client.scp(US, "clerk", "-p", "old.csv", "@:inbox/old2.csv").isDone();

    for (String name : List.of("old.csv", "old2.csv")) {
      assertThat(Files.getLastModifiedTime(inbox.resolve(name)).toInstant())
          .isAfterOrEqualTo(before.minusMillis(1));
    }
  }

  @Test
  void scpWorksInItsNewFormOnly() throws IOException {
    client.scp(US, "rsa", "a.csv", "@:inbox/").isDone();
    assertThat(inbox.resolve("a.csv")).hasContent("a,b\n1,2");
    Files.writeString(folder.resolve("short.csv"), "a\n");
    client.scp(US, "rsa", "short.csv", "@:inbox/a.csv").isDone();
    assertThat(inbox.resolve("a.csv")).hasContent("a");
    client.scp(US, "rsa", "@:/outbox/answer.json", "fetched.json").isDone();
    assertThat(folder.resolve("fetched.json")).hasContent("{\"state\": \"ACCEPTED\"}");

    assertThat(client.scp(US, "rsa", "-O", "a.csv", "@:inbox/c.csv").code()).isNotZero();
    assertThat(inbox.resolve("c.csv")).doesNotExist();
  }

  @Test
  void halfAnUploadIsNotInTheInboxAndCanBeResumed() throws Exception {
    byte[] bytes = new byte[4 << 20];
    Arrays.fill(bytes, (byte) 'x');
    bytes[bytes.length - 1] = '\n';
    Files.write(folder.resolve("big.csv"), bytes);
    Files.writeString(inbox.resolve("big.csv"), "the version before\n");
    Path half = inbox.resolveSibling(".uploads").resolve("inbox/big.csv");

    Process slow = client.slowPut(US, "clerk", "big.csv", "inbox/big.csv");
    while (!Files.exists(half) || Files.size(half) == 0) {
      assertThat(slow.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    slow.destroyForcibly().waitFor();
    assertThat(Files.size(half)).isPositive().isLessThan(bytes.length);
    assertThat(inbox.resolve("big.csv")).hasContent("the version before");
    assertThat(client.sftp(US, "clerk", "ls -l inbox").isDone().text())
        .containsOnlyOnce("big.csv")
        .doesNotContain(".uploads");

    client.sftp(US, "clerk", "reput big.csv inbox/big.csv").isDone();
    assertThat(Files.mismatch(folder.resolve("big.csv"), inbox.resolve("big.csv"))).isEqualTo(-1);
    assertThat(half).doesNotExist();

    Files.writeString(half, "nobody comes back for this");
    Files.setLastModifiedTime(half, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    servers.get(0).everyMinute();
    assertThat(half).doesNotExist();
  }

  /** What somebody tries, and what the log says of it. */
  private record Attempt(String batch, String logged) {}

  @Test
  void nothingElseSucceedsAndEachAttemptIsInTheLog() throws IOException {
    long before = logged();
    Files.writeString(drop.resolve("isps").resolve(THEM).resolve("try/secret.csv"), "theirs");
    Files.createSymbolicLink(inbox.resolve("out"), Path.of("/etc"));
    Files.createSymbolicLink(inbox.resolve("passwd"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(outbox.resolve("inside"), outbox.resolve("answer.json"));
    Files.createSymbolicLink(outbox.resolve("them"), drop.resolve("isps").resolve(THEM));
    Files.createSymbolicLink(inbox.resolve("nowhere.csv"), folder.resolve("planted"));
    List<Attempt> attempts =
        List.of(
            new Attempt("get /etc/passwd", "/etc/passwd"),
            new Attempt("get ../../../../../../etc/passwd x", "etc/passwd"),
            new Attempt("get inbox/../../../etc/shadow x", "etc/shadow"),
            new Attempt("ls /isps", "/isps"),
            new Attempt("ls ../" + THEM, "/" + THEM),
            new Attempt("get ../%s/try/secret.csv x".formatted(THEM), "try/secret.csv"),
            new Attempt("cd /" + drop, drop.toString().substring(0, 20)),
            new Attempt("put a.csv /a.csv", "/a.csv"),
            new Attempt("put a.csv /tmp/a.csv", "/tmp"),
            new Attempt("put a.csv outbox/answer.json", "open /outbox/answer.json"),
            new Attempt("put a.csv outbox/new.json", "open /outbox/new.json"),
            new Attempt("rm outbox/answer.json", "remove /outbox/answer.json"),
            new Attempt(
                "rename outbox/answer.json inbox/answer.json", "rename /outbox/answer.json"),
            new Attempt("rename inbox outbox2", "/outbox2"),
            new Attempt("chmod 777 outbox/answer.json", "rights of /outbox/answer.json"),
            new Attempt("chmod 777 outbox", "rights of /outbox"),
            new Attempt("ln -s /etc/passwd inbox/link", "make the link"),
            new Attempt("ln -s ../outbox inbox/link", "make the link"),
            new Attempt("ln -s inbox/a inbox/b", "make the link"),
            new Attempt("get inbox/passwd x", "/inbox/passwd: It is neither"),
            new Attempt("ls inbox/out/ssh", "inbox/out/ssh"),
            new Attempt("get outbox/inside x", "outbox/inside: It is neither"),
            new Attempt("ls outbox/them", "outbox/them: It is neither"),
            new Attempt("put a.csv inbox/nowhere.csv", "nowhere.csv: It is neither"),
            new Attempt("rm inbox/passwd", "/inbox/passwd: It is neither"),
            new Attempt("mkdir inbox/folder", "make the folder"),
            new Attempt("mkdir folder", "/folder"),
            new Attempt("rmdir inbox", "remove /inbox"),
            new Attempt("put a.csv inbox/.bashrc", "inbox/.bashrc"),
            new Attempt("put a.csv .uploads/inbox/a.csv", ".uploads"),
            new Attempt("ls .uploads", ".uploads"),
            new Attempt("put a.csv inbox/folder/a.csv", "inbox/folder/a.csv"),
            new Attempt("put a.csv inbox/" + "n".repeat(201), "longer than 200 bytes"),
            new Attempt("put a.csv \"inbox/a\\\\b.csv\"", "control characters"),
            new Attempt("put a.csv inbox/\u0007bell.csv", "?bell.csv"));
    for (Attempt attempt : attempts) {
      client
          .sftp(US, "clerk", attempt.batch())
          .isRefused("(?i)no such file|not found|permission denied");
    }
    client.sftp(US, "clerk", "ln outbox/answer.json inbox/hard").isRefused("does not support");
    client.sftp(US, "clerk", "df inbox").isRefused("does not support");
    client.sftp(US, "clerk", "chown 0 outbox/answer.json").isRefused("ownership");
    client.sftp(US, "clerk", "copy outbox/answer.json inbox/copy").isRefused("does not support");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(folder.resolve("planted")).doesNotExist();
    assertThat(outbox.resolve("answer.json")).hasContent("{\"state\": \"ACCEPTED\"}");
    assertThat(client.sftp(US, "clerk", "ls -la inbox", "ls -la outbox").isDone().text())
        .doesNotContain("passwd", "nowhere", "inside", "them");

    List<String> log = log(before);
    for (Attempt attempt : attempts) {
      assertThat(log)
          .as(attempt.batch())
          .anyMatch(row -> row.startsWith("sftp.refused " + US) && row.contains(attempt.logged()));
    }
  }

  @Test
  void nothingButFilesIsServed() throws IOException {
    long before = logged();
    int port = servers.get(0).port();
    client.ssh(US, "clerk", "@").isRefused("");
    client.ssh(US, "clerk", "-tt", "@").isRefused("");
    client.ssh(US, "clerk", "@", "id").isRefused("");
    client.ssh(US, "clerk", "-s", "@", "netconf").isRefused("subsystem request failed");
    client.ssh(US, "clerk", "-W", "127.0.0.1:" + port, "@").isRefused("open failed");
    client.ssh(US, "clerk", "-W", "127.0.0.1:22", "@").isRefused("open failed");
    client
        .ssh(US, "clerk", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9", "@")
        .isRefused("remote port forwarding failed");
    client
        .ssh(US, "clerk", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0", "@")
        .isRefused("remote port forwarding failed");
    client
        .ssh(US, "clerk", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "/tmp/s:127.0.0.1:9", "@")
        .isRefused("remote port forwarding failed");
    client.ssh(US, "clerk", "-Y", "@", "id").isRefused("");
    forwardSocket();
    assertThat(client.sshWithAgent(US, "clerk").code()).isGreaterThanOrEqualTo(0);

    assertThat(log(before))
        .anyMatch(row -> row.contains("not served: shell"))
        .anyMatch(row -> row.contains("not served: exec"))
        .anyMatch(row -> row.contains("not served: pty-req"))
        .anyMatch(row -> row.contains("not served: subsystem netconf"))
        .anyMatch(row -> row.contains("not served: streamlocal-forward"))
        .anyMatch(row -> row.contains("not served: direct-streamlocal@openssh.com"))
        .anyMatch(row -> row.contains("forwarding of a port to elsewhere"))
        .anyMatch(row -> row.contains("forwarding of a port from here"))
        .anyMatch(row -> row.contains("not served: x11-req"))
        .anyMatch(row -> row.contains("not served: auth-agent-req"));
  }

  /** A port of the client's that leads to a socket of the server's, were it served. */
  private void forwardSocket() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process forwarding =
        client.start(US, "clerk", "-N", "-L", "127.0.0.1:%d:/tmp/any.sock".formatted(port), "@");
    try {
      while (true) {
        assertThat(forwarding.isAlive()).isTrue();
        try (Socket through = new Socket(InetAddress.getLoopbackAddress(), port)) {
          assertThat(through.getInputStream().read()).isEqualTo(-1);
          return;
        } catch (ConnectException e) {
          Thread.onSpinWait(); // ssh has not opened the port yet
        }
      }
    } finally {
      forwarding.destroyForcibly();
    }
  }

  @Test
  void oldAlgorithmsAreNotSpoken() throws IOException {
    for (String old :
        List.of(
            "Ciphers=aes128-cbc",
            "Ciphers=3des-cbc",
            "MACs=hmac-sha1",
            "MACs=hmac-md5",
            "KexAlgorithms=diffie-hellman-group1-sha1",
            "KexAlgorithms=diffie-hellman-group14-sha1",
            "KexAlgorithms=diffie-hellman-group-exchange-sha1",
            "HostKeyAlgorithms=ssh-rsa")) {
      List<String> options = new ArrayList<>(List.of("-o", old));
      if (old.startsWith("MACs")) {
        options.addAll(List.of("-o", "Ciphers=aes128-ctr"));
      }
      options.addAll(List.of("@", "id"));
      client.ssh(US, "clerk", options.toArray(String[]::new)).isRefused("no matching");
    }
    assertThat(client.ssh(US, "rsa", "-o", "PubkeyAcceptedAlgorithms=ssh-rsa", "@", "id").text())
        .contains("Permission denied");
  }

  @Test
  void onlyTheRightKeyOfAnOpenAccountComesIn() throws IOException {
    long before = logged();
    Account us = accounts.getSender(US);
    letIn(US, "short", "-t", "ed25519");
    client.sftp(US, "short", "ls").isDone();
    credentials.revokeKey(us, fingerprint("short"));
    letIn(US, "over", "-t", "ed25519");
    new JdbcTemplate(database.superuser())
        .update(
            "UPDATE sftp_credentials SET valid_from = '2025-01-01', valid_to = '2025-02-01' WHERE fingerprint = ?",
            fingerprint("over"));

    Ended wrong = client.sftp(US, "stranger", "ls");
    wrong.isRefused("Permission denied [(]publickey,password[)]");
    for (String key : List.of("short", "over", "weak", "other")) {
      assertThat(client.sftp(US, key, "ls")).as(key).isEqualTo(wrong);
    }
    assertThat(client.sftp("isp-9999", "stranger", "ls").text())
        .isEqualTo(wrong.text().replace(US, "isp-9999"));
    assertThat(client.sftp("root", "clerk", "ls").code()).isNotZero();
    assertThat(client.sftp("../" + US, "clerk", "ls").code()).isNotZero();
    assertThat(client.sftp(US.toUpperCase(java.util.Locale.ROOT), "clerk", "ls").code())
        .isNotZero();

    assertThat(log(before))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + US) && row.contains("REVOKED"))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + US) && row.contains("EXPIRED"))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + US) && row.contains("UNKNOWN"))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + US) && row.contains("not accepted"))
        .anyMatch(row -> row.startsWith("sftp.login_refused isp-9999"))
        .anyMatch(row -> row.startsWith("sftp.login_refused (no account's name)"));
  }

  @Test
  void guessedPasswordsLockTheAccountAndTheRightOneLooksLikeAWrongOneThen() throws IOException {
    long before = logged();
    credentials.addPassword(accounts.getSender(THEM), PASSWORD.toCharArray(), null);
    client.sftpWithPassword(THEM, PASSWORD).isDone();
    for (int i = 0; i < 3; i++) {
      client.sftpWithPassword(THEM, "wrong guess number " + i).isRefused("Permission denied");
    }
    client.sftpWithPassword(THEM, PASSWORD).isRefused("Permission denied");
    client.sftp(THEM, "other", "ls").isDone();

    assertThat(log(before))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + THEM) && row.contains("WRONG"))
        .anyMatch(row -> row.startsWith("sftp.login_refused " + THEM) && row.contains("LOCKED"))
        .noneMatch(row -> row.contains("guess") || row.contains("horse"));
  }

  @Test
  void floodsAreKeptOutAndDoNotFloodTheLog() throws IOException {
    stop();
    long before = logged();
    SftpServer small = serve(Settings.of(folder.resolve("host"), 100, 3, 4, 10));
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), small.port());
        idle.add(socket);
        assertThat(socket.getInputStream().readNBytes(4))
            .asString(StandardCharsets.US_ASCII)
            .isEqualTo("SSH-");
      }
      for (int i = 0; i < 30; i++) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), small.port());
            InputStream in = socket.getInputStream()) {
          in.readAllBytes(); // ends, because the server hangs up
        }
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
    small.close();
    assertThat(log(before))
        .filteredOn(row -> row.startsWith("sftp.connection_refused"))
        .hasSizeBetween(1, 4)
        .anyMatch(row -> row.contains("3 connections that did not log in"))
        .anyMatch(row -> row.contains("\"again\""));
  }

  @Test
  void whoFailsToOftenIsKeptOutAlsoWithTheRightKey() throws IOException {
    stop();
    long before = logged();
    serve(Settings.of(folder.resolve("host"), 100, 50, 4, 10));
    for (int i = 0; i < 4; i++) {
      client.sftp(US, "stranger", "ls").isRefused("Permission denied");
    }
    assertThat(client.sftp(US, "clerk", "ls").code()).isNotZero();
    assertThat(log(before)).anyMatch(row -> row.contains("the address failed to log in 4 times"));
  }

  @Test
  void quotasAreKept() throws IOException {
    long before = logged();
    Files.write(folder.resolve("9mb.csv"), new byte[9 << 20]);
    Files.write(folder.resolve("7mb.csv"), new byte[7 << 20]);
    client
        .sftp(US, "clerk", "put 9mb.csv inbox/")
        .isRefused("Failure")
        .isRefused("The file is larger than 8,388,608 bytes, the most.");
    Path note = outbox.resolve("upload-refused.txt");
    assertThat(note)
        .content()
        .contains("/inbox/9mb.csv", "৮৩৮৮৬০৮ বাইটের চেয়ে বড়", "The file is larger than");
    client.sftp(US, "clerk", "put 7mb.csv inbox/1.csv", "put 7mb.csv try/2.csv").isDone();
    assertThat(note).as("an upload succeeded").doesNotExist();
    client.sftp(US, "clerk", "put 7mb.csv inbox/3.csv").isRefused("There is no room for more: ");
    assertThat(inbox.resolve("3.csv")).doesNotExist();
    assertThat(inbox.resolveSibling(".uploads").resolve("inbox/3.csv")).doesNotExist();
    Files.delete(inbox.resolve("1.csv"));
    String[] nine = new String[9];
    Arrays.setAll(nine, i -> "put a.csv inbox/" + i + ".csv");
    client.sftp(US, "clerk", nine).isDone();
    client
        .sftp(US, "clerk", "put a.csv inbox/")
        .isRefused("Failure")
        .isRefused("10 files wait to be taken");
    client.scp(US, "clerk", "a.csv", "@:inbox/").isRefused("10 files wait to be taken");
    Files.delete(inbox.resolve("0.csv"));
    client.sftp(US, "clerk", "put a.csv inbox/").isDone();
    client.sftp(THEM, "other", "put a.csv inbox/").isDone();

    assertThat(log(before))
        .anyMatch(row -> row.startsWith("sftp.refused " + US) && row.contains("10 files wait"))
        .anyMatch(row -> row.startsWith("sftp.refused " + US) && row.contains("no room"))
        .anyMatch(row -> row.startsWith("sftp.refused " + US) && row.contains("larger than"));
  }

  @Test
  void aRevokedKeyEndsTheConnectionsItOpened() throws Exception {
    long before = logged();
    letIn(THEM, "leaver", "-t", "ed25519");
    Files.write(folder.resolve("big.csv"), new byte[7 << 20]);
    Process slow = client.slowPut(THEM, "leaver", "big.csv", "inbox/big.csv");
    Path half = drop.resolve("isps").resolve(THEM).resolve(".uploads/inbox/big.csv");
    while (!Files.exists(half)) {
      assertThat(slow.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    servers.get(0).everyMinute();
    assertThat(slow.isAlive()).isTrue();
    credentials.revokeKey(accounts.getSender(THEM), fingerprint("leaver"));
    servers.get(0).everyMinute();

    assertThat(slow.waitFor()).isNotZero();
    assertThat(log(before)).anyMatch(row -> row.startsWith("sftp.sent_away " + THEM));
  }

  @Test
  void theHostKeysAreKeptAndNobodyElseMayReadThem() throws IOException {
    List<SshPublicKey> keys = servers.get(0).publicKeys();
    assertThat(keys).extracting(SshPublicKey::type).containsExactly("ssh-ed25519", "ssh-rsa");
    stop();
    assertThat(serve(Settings.of(folder.resolve("host"), 100, 50, 1_000, 10)).publicKeys())
        .isEqualTo(keys);
    stop();
    try (Stream<Path> files = Files.list(folder.resolve("host"))) {
      assertThat(files.map(SftpServerIT::rights)).containsExactly("rw-------", "rw-------");
    }
    Path key = folder.resolve("host/host_ed25519");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> serve(Settings.of(folder.resolve("host"), 100, 50, 1_000, 10)))
        .hasMessageStartingWith("Cannot use the host key " + key)
        .hasMessageContaining("rights rw-r-----, chmod 600");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  private static String rights(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
