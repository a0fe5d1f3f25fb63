package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Account.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an account in the drop area, which is the root that it sees.
 *
 * <p><b>Shape</b>: {@code inbox}, {@code outbox} and, of an ISP, {@code try}; and hidden {@code
 * .uploads/inbox} and {@code .uploads/try}, where a file lies until its upload has ended, so that
 * the intake cannot take half of it.
 *
 * @param account whose it is
 * @param root the folder
 */
record Home(Account account, Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(Home.class);

  /** Where unfinished uploads lie. */
  static final String UPLOADS = ".uploads";

  /** Makes the folders of an account where they are missing. */
  static Home open(Path dropArea, Account account) throws IOException {
    if (!account.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IOException(
          "Cannot make a folder for %s: expected letters, digits, points, - and _ in its name."
              .formatted(account));
    }
    Path root =
        dropArea.resolve(account.kind() == Kind.ISP ? "isps" : "agents").resolve(account.name());
    Home home = new Home(account, root);
    Files.createDirectories(root);
    for (Path folder : home.folders()) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(folder);
      }
    }
    return home;
  }

  /** The folders that it may upload to. */
  List<String> inboxes() {
    return account.kind() == Kind.ISP ? List.of("inbox", "try") : List.of("inbox");
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>(List.of(root.resolve("outbox")));
    for (String inbox : inboxes()) {
      folders.add(root.resolve(inbox));
      folders.add(root.resolve(UPLOADS).resolve(inbox));
    }
    return folders;
  }

  /**
   * What lies in the inboxes.
   *
   * @param files how many, unfinished ones included
   * @param bytes all together
   */
  record Usage(long files, long bytes) {}

  /** What lies in the inboxes now. */
  Usage usage() throws IOException {
    long files = 0;
    long bytes = 0;
    for (String inbox : inboxes()) {
      for (Path folder : List.of(root.resolve(inbox), root.resolve(UPLOADS).resolve(inbox))) {
        for (Path file : list(folder)) {
          try {
            bytes +=
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
            files++;
          } catch (NoSuchFileException e) {
            LOG.debug("Taken while it was counted: {}", file);
          }
        }
      }
    }
    return new Usage(files, bytes);
  }

  /** Removes unfinished uploads that nobody has touched since an instant, and returns how many. */
  static int sweep(Path root, Instant since) throws IOException {
    int removed = 0;
    for (String inbox : List.of("inbox", "try")) {
      for (Path file : list(root.resolve(UPLOADS).resolve(inbox))) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(since)) {
          Files.deleteIfExists(file);
          removed++;
        }
      }
    }
    return removed;
  }

  /** What is in a folder; nothing where there is none. */
  static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(files::add);
      }
    }
    return files;
  }
}
