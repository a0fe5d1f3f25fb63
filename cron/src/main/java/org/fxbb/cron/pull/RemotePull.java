package org.fxbb.cron.pull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.fxbb.jobs.intake.RemoteSource;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.remote.session.Session;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/**
 * Fetches files from the inboxes of a remote SFTP server into ours.
 *
 * <p><b>Shape</b>: a file that is complete there (its name says so, and its size and time stay the
 * same for two seconds) is first moved to {@code .fxbb} beside it, so that nobody can change it;
 * then copied, compared in size, moved into our inbox at once, and removed there, or moved to
 * {@code taken}. Its time stays, because it is when it was received. Where we still have a file of
 * its name, it waits.
 *
 * <p><b>Errors</b>: {@link IOException} in words for the operator.
 *
 * <p><b>Lifecycle</b>: what a cut-off run left in {@code .fxbb} is fetched by the next.
 *
 * <p><b>Source</b>: spec 4.1 and 7.4.
 */
final class RemotePull implements RemoteSource {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration STILL = Duration.ofSeconds(60);
  private static final String CLAIMED = ".fxbb";
  private static final String TAKEN = "taken";
  private static final int LONGEST_NAME = 200;

  private final PullProperties settings;
  private final Path dropArea;
  private final Clock machine;

  /**
   * Fetches from the server that is set.
   *
   * @param machine the real clock, because it is about the time of files
   */
  RemotePull(PullProperties settings, Path dropArea, Clock machine) {
    this.settings = settings;
    this.dropArea = dropArea;
    this.machine = machine;
  }

  @Override
  public long fetch() throws IOException, InterruptedException {
    HostKeyCheck hostKey = new HostKeyCheck(settings.knownHosts().toAbsolutePath());
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(hostKey);
      client.setKeyIdentityProvider(new FileKeyPairProvider(settings.keyFile().toAbsolutePath()));
      client.start();
      DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory(client, false);
      factory.setHost(String.valueOf(settings.host()));
      factory.setPort(settings.port());
      factory.setUser(settings.user());
      factory.setTimeout(Math.toIntExact(settings.timeout().toMillis()));
      try (Session<DirEntry> session = factory.getSession()) {
        long fetched = 0;
        for (String inbox : inboxes(session)) {
          fetched += fetch(session, inbox);
        }
        return fetched;
      }
    } catch (IOException | RuntimeException e) {
      throw failed(hostKey, e);
    }
  }

  private IOException failed(HostKeyCheck hostKey, Exception cause) {
    String place = settings.user() + "@" + settings.host() + ":" + settings.port();
    return hostKey
        .findRefused()
        .map(
            key ->
                new IOException(
                    "Cannot fetch files from %s: expected a host key that is in %s, found %s. Nothing was sent or fetched. If whoever runs that server confirms this fingerprint, replace its line there (ssh-keyscan -p %d %s); if not, somebody is between."
                        .formatted(
                            place,
                            settings.knownHosts().toAbsolutePath(),
                            key,
                            settings.port(),
                            settings.host()),
                    cause))
        .orElseGet(
            () ->
                new IOException(
                    "Cannot fetch files from %s: \"%s\". Check fxbb.pull.*; the next run tries again."
                        .formatted(place, rootOf(cause).getMessage()),
                    cause));
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Folders of the remote drop area that files may arrive in, such as isps/isp-0001/inbox. */
  private List<String> inboxes(Session<DirEntry> session) throws IOException {
    List<String> inboxes = new ArrayList<>();
    for (Map.Entry<String, List<String>> kind :
        Map.of("isps", List.of("inbox", "try"), "agents", List.of("inbox")).entrySet()) {
      for (DirEntry sender : list(session, kind.getKey())) {
        if (sender.getAttributes().isDirectory()
            && sender.getFilename().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
          for (String inbox : kind.getValue()) {
            inboxes.add(kind.getKey() + "/" + sender.getFilename() + "/" + inbox);
          }
        }
      }
    }
    return inboxes;
  }

  private String remote(String path) {
    return settings.folder() + "/" + path;
  }

  private List<DirEntry> list(Session<DirEntry> session, String folder) throws IOException {
    return session.exists(remote(folder)) ? List.of(session.list(remote(folder))) : List.of();
  }

  private long fetch(Session<DirEntry> session, String inbox)
      throws IOException, InterruptedException {
    List<String> names = claim(session, inbox);
    long fetched = 0;
    for (String name : names) {
      if (fetch(session, inbox, name)) {
        fetched++;
      }
    }
    return fetched;
  }

  /** Puts complete files aside and returns all that lie there. */
  private List<String> claim(Session<DirEntry> session, String inbox)
      throws IOException, InterruptedException {
    Map<String, DirEntry> seen = complete(session, inbox);
    boolean fresh =
        seen.values().stream()
            .anyMatch(file -> !modified(file).toInstant().isBefore(machine.instant().minus(STILL)));
    if (fresh) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      Map<String, DirEntry> again = complete(session, inbox);
      seen.keySet().retainAll(again.keySet());
      seen.entrySet().removeIf(file -> !isSame(file.getValue(), again.get(file.getKey())));
    }
    String claimed = inbox + "/" + CLAIMED;
    if (!seen.isEmpty() && !session.exists(remote(claimed))) {
      session.mkdir(remote(claimed));
    }
    for (String name : seen.keySet()) {
      String aside = claimed + "/" + name;
      if (!session.exists(remote(aside))) {
        session.rename(remote(inbox + "/" + name), remote(aside));
      }
    }
    return list(session, claimed).stream()
        .filter(RemotePull::isPlain)
        .map(DirEntry::getFilename)
        .toList();
  }

  private Map<String, DirEntry> complete(Session<DirEntry> session, String inbox)
      throws IOException {
    return list(session, inbox).stream()
        .filter(RemotePull::isPlain)
        .filter(file -> !isUnfinished(file.getFilename()))
        .collect(Collectors.toMap(DirEntry::getFilename, file -> file));
  }

  private static boolean isPlain(DirEntry file) {
    String name = file.getFilename();
    return file.getAttributes().isRegularFile()
        && !name.startsWith(".")
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private static boolean isUnfinished(String name) {
    return Stream.of(".part", ".tmp", ".filepart")
        .anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static boolean isSame(DirEntry one, @Nullable DirEntry other) {
    return other != null
        && one.getAttributes().getSize() == other.getAttributes().getSize()
        && modified(one).equals(modified(other));
  }

  private static FileTime modified(DirEntry file) {
    return file.getAttributes().getModifyTime();
  }

  /** Fetches a file that lies aside; false where ours of its name has not been taken yet. */
  private boolean fetch(Session<DirEntry> session, String inbox, String name) throws IOException {
    String aside = remote(inbox + "/" + CLAIMED + "/" + name);
    Path folder = dropArea.resolve(inbox);
    Path target = folder.resolve(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Attributes there = session.list(aside)[0].getAttributes();
    Files.createDirectories(folder);
    Path part = folder.resolve(".fetched.part");
    try (OutputStream out =
        Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      session.read(aside, out);
    }
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    if (Files.size(part) != there.getSize()) {
      throw new IOException(
          "%s has %,d bytes there and %,d fetched"
              .formatted(aside, there.getSize(), Files.size(part)));
    }
    Files.setLastModifiedTime(part, there.getModifyTime());
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    finish(session, inbox, name, aside);
    return true;
  }

  private void finish(Session<DirEntry> session, String inbox, String name, String aside)
      throws IOException {
    if (!settings.keep()) {
      session.remove(aside);
      return;
    }
    String taken = remote(inbox + "/" + TAKEN);
    if (!session.exists(taken)) {
      session.mkdir(taken);
    }
    session.rename(aside, "%s/%d-%s".formatted(taken, machine.instant().getEpochSecond(), name));
  }
}
