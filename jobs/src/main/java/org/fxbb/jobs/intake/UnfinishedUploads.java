package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Uploads that nobody has gone on with: files whose name says that they are unfinished, and what
 * the SFTP server keeps to be resumed. Neither is ever taken, so somebody must be told.
 *
 * <p><b>Source</b>: spec 4.1 and 7.4.
 */
public final class UnfinishedUploads {
  private UnfinishedUploads() {}

  /**
   * One of them.
   *
   * @param inbox FILING, TRY, AGENT, APP or MANUAL
   * @param sender whose folder it is in
   * @param file as its sender sees it, such as {@code inbox/isp-0001_pops_2026-01.csv.part}
   * @param bytes so far
   * @param touched when anything of it came last
   */
  public record Unfinished(String inbox, String sender, String file, long bytes, Instant touched) {}

  /** Those that were not touched since an instant, the oldest first. */
  public static List<Unfinished> find(Path dropArea, Instant since) throws IOException {
    List<Unfinished> found = new ArrayList<>();
    for (Inbox inbox : new DropArea(dropArea).listInboxes()) {
      look(inbox, inbox.folder(), false, since, found);
      Path kept = inbox.folder().resolveSibling(".uploads").resolve(inbox.folder().getFileName());
      look(inbox, kept, true, since, found);
    }
    found.sort(Comparator.comparing(Unfinished::touched).thenComparing(Unfinished::file));
    return found;
  }

  private static void look(
      Inbox inbox, Path folder, boolean all, Instant since, List<Unfinished> found)
      throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> all || CompleteFiles.isNamedUnfinished(file))) {
      for (Path file : files) {
        add(inbox, file, since, found);
      }
    } catch (AccessDeniedException e) {
      return; // told by the step that takes files
    }
  }

  private static void add(Inbox inbox, Path file, Instant since, List<Unfinished> found)
      throws IOException {
    try {
      BasicFileAttributes about =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Instant touched = about.lastModifiedTime().toInstant();
      if (about.isRegularFile() && touched.isBefore(since)) {
        found.add(
            new Unfinished(
                inbox.kind(),
                inbox.sender(),
                inbox.folder().getFileName() + "/" + file.getFileName(),
                about.size(),
                touched));
      }
    } catch (NoSuchFileException e) {
      return; // finished or removed meanwhile
    }
  }
}
