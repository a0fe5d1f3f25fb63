package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The folders of the drop area.
 *
 * <p><b>Source</b>: spec 4.1.
 */
public final class DropArea {
  /** The sender of files in {@code manual/inbox}. */
  public static final String MANUAL = "manual";

  private final Path root;

  /** The sender of files in {@code apps/inbox}. */
  public static final String APPS = "apps";

  /** The drop area below a folder, which need not exist. */
  public DropArea(Path root) {
    this.root = root;
  }

  /** Every inbox there is now, in the order of their names. */
  List<Inbox> listInboxes() throws IOException {
    List<Inbox> inboxes = new ArrayList<>();
    inboxes.add(new Inbox("MANUAL", MANUAL, inbox("MANUAL", MANUAL)));
    inboxes.add(new Inbox("APP", APPS, inbox("APP", APPS)));
    for (Path isp : folders(root.resolve("isps"))) {
      String sender = isp.getFileName().toString();
      inboxes.add(new Inbox("FILING", sender, isp.resolve("inbox")));
      inboxes.add(new Inbox("TRY", sender, isp.resolve("try")));
    }
    for (Path agent : folders(root.resolve("agents"))) {
      inboxes.add(
          new Inbox(
              "AGENT",
              agent.getFileName().toString().toLowerCase(Locale.ROOT),
              agent.resolve("inbox")));
    }
    inboxes.removeIf(inbox -> !Files.isDirectory(inbox.folder(), LinkOption.NOFOLLOW_LINKS));
    return inboxes;
  }

  /** Where the files of an inbox arrive. */
  Path inbox(String kind, String sender) {
    return switch (kind) {
      case "MANUAL" -> root.resolve(MANUAL).resolve("inbox");
      case "APP" -> root.resolve(APPS).resolve("inbox");
      case "TRY" -> root.resolve("isps").resolve(sender).resolve("try");
      case "AGENT" -> root.resolve("agents").resolve(sender).resolve("inbox");
      default -> root.resolve("isps").resolve(sender).resolve("inbox");
    };
  }

  private static List<Path> folders(Path parent) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(
              parent, path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
        entries.forEach(folders::add);
      }
    }
    folders.sort(null);
    return folders;
  }
}
