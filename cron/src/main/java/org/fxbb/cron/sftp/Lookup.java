package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where what a client names lies on disk, below the root of its account.
 *
 * <p><b>Shape</b>: only folders and plain files exist; a symbolic link or device, whoever put it
 * there, does not, and neither does anything below it. Of a file and an unfinished upload of the
 * same name the client sees the upload.
 */
final class Lookup {

  private Lookup() {}

  /**
   * The place of what a client names, which may be missing.
   *
   * @param files the file system whose root is the home
   */
  static Path find(Home home, FileSystem files, RemotePath remote) throws IOException {
    if (RemotePath.FOLDERS.contains(remote.folder())
        && !remote.folder().equals("outbox")
        && !home.inboxes().contains(remote.folder())) {
      throw Refusal.absent(RemotePath.ABSENT);
    }
    Path place = files.getPath("/");
    for (String name : remote.names()) {
      place = place.resolve(name);
      refuseLink(place);
    }
    if (!remote.isUpload()) {
      return place;
    }
    Path half = half(place);
    refuseLink(half);
    return exists(half) || !exists(place) ? half : place;
  }

  private static void refuseLink(Path place) throws IOException {
    if (isLink(place)) {
      throw Refusal.absent("It is neither a file nor a folder, but a link or device.");
    }
  }

  /** Whether there is something that is neither a plain file nor a folder. */
  private static boolean isLink(Path place) throws IOException {
    try {
      BasicFileAttributes about = about(place);
      return !about.isRegularFile() && !about.isDirectory();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Whether it is a file of the sender, finished or not, there or not. */
  static boolean isUpload(Path place) {
    return isHalf(place)
        || (place.getNameCount() == 2 && !place.getName(0).toString().equals("outbox"));
  }

  /** Whether it is an unfinished upload. */
  static boolean isHalf(Path place) {
    return place.getNameCount() == 3 && place.getName(0).toString().equals(Home.UPLOADS);
  }

  /** Where a file lies until it is whole. */
  static Path half(Path place) {
    return isHalf(place)
        ? place
        : place
            .getFileSystem()
            .getPath("/", Home.UPLOADS, place.getName(0).toString(), place.getName(1).toString());
  }

  /** Where a file lies when it is whole. */
  static Path whole(Path place) {
    return isHalf(place)
        ? place
            .getFileSystem()
            .getPath("/", place.getName(1).toString(), place.getName(2).toString())
        : place;
  }

  /** What a folder holds, as its account sees it. */
  static List<Path> list(Home home, Path folder) throws IOException {
    Map<String, Path> seen = new TreeMap<>();
    boolean isRoot = folder.getNameCount() == 0;
    for (Path entry : Home.list(folder)) {
      String name = entry.getFileName().toString();
      if (isRoot
          ? name.equals("outbox") || home.inboxes().contains(name)
          : !name.startsWith(".") && !isLink(entry)) {
        seen.put(name, entry);
      }
    }
    if (folder.getNameCount() == 1 && !folder.getName(0).toString().equals("outbox")) {
      Path halves = folder.getFileSystem().getPath("/", Home.UPLOADS, folder.getName(0).toString());
      for (Path half : Home.list(halves)) {
        if (!isLink(half)) {
          seen.put(half.getFileName().toString(), half);
        }
      }
    }
    return new ArrayList<>(seen.values());
  }

  /** What the disk says about a file or folder, never about what a link leads to. */
  static BasicFileAttributes about(Path place) throws IOException {
    return Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether there is one. */
  static boolean exists(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }
}
