package org.fxbb.readers.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fxbb.readers.Limits;
import org.fxbb.readers.notice.FileNotice;
import org.fxbb.readers.notice.FileNotice.ArchiveTooLargeNotice;
import org.fxbb.readers.notice.FileNotice.CorruptArchiveNotice;
import org.fxbb.readers.notice.FileNotice.DamagedMemberNotice;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.FileNotice.EncryptedArchiveNotice;
import org.fxbb.readers.notice.FileNotice.IgnoredMemberNotice;
import org.fxbb.readers.notice.FileNotice.NestedArchiveNotice;
import org.fxbb.readers.notice.FileNotice.RepeatedMemberNotice;
import org.fxbb.readers.notice.FileNotice.TooManyMembersNotice;
import org.fxbb.readers.notice.FileNotice.UnsafeMemberNameNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;

/**
 * The files in a zip, each by its name without folders; nothing is ever unpacked under a name that
 * the zip chose.
 *
 * <p>The list at the end of the zip says what is in it, so a zip that was cut off is refused whole.
 *
 * <p><b>Errors:</b> what makes the whole zip unreadable is a {@link RefusedContentException}; what
 * is wrong with one member is a notice, and the others are read.
 *
 * <p><b>Source:</b> spec 4.2 and 4.3: one level of archives, at most so many times its size.
 */
public final class ZipMembers {
  private static final int MOST_MEMBERS = 100;

  /** All members together are at most as large as so many files of the largest size. */
  private static final int MOST_FILES_FULL = 4;

  private static final long RATIO_COUNTS_FROM = 1 << 20;
  private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini", ".ds_store");
  private static final List<String> ARCHIVES =
      List.of(".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".bz2", ".xz", ".zst");

  private final ZipFile zip;
  private final Path path;
  private final Limits limits;
  private final Sink sink;
  private long left;

  private ZipMembers(ZipFile zip, Path path, Limits limits, Sink sink) {
    this.zip = zip;
    this.path = path;
    this.limits = limits;
    this.sink = sink;
  }

  /** Receives what is in a zip. */
  public interface Sink {
    /**
     * A member. It is good only when the stream was read to its end without an exception and {@link
     * #damaged} does not follow.
     *
     * @param name without folders
     * @param bytes its plain content
     */
    void member(String name, InputStream bytes) throws IOException;

    /** The member that was given last is not to be used. */
    void damaged(String name) throws IOException;

    /** Something that is wrong with a member, or worth saying about it. */
    void notice(Notice notice);
  }

  /**
   * Reads a zip.
   *
   * @throws RefusedContentException when no member may be used; some may have been given already
   */
  public static void read(Path path, Limits limits, Sink sink) throws IOException {
    if (ZipEnd.hasTooManyMembers(path, MOST_MEMBERS)) {
      throw tooMany();
    }
    // Names that are not marked as UTF-8 are bytes of an unknown code page: Latin-1 loses none.
    try (ZipFile zip = new ZipFile(path.toFile(), ISO_8859_1)) {
      new ZipMembers(zip, path, limits, sink).read();
    } catch (ZipException | EOFException e) {
      boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
      throw refused(
          encrypted
              ? new EncryptedArchiveNotice()
              : new CorruptArchiveNotice("its list of files is missing or damaged"),
          e);
    }
  }

  /**
   * How many bytes a zip says that its members have; {@link #read} gives no more. What {@link
   * #read} refuses counts as it is, because nothing will come out of it.
   */
  public static long listedBytes(Path path, Limits limits) throws IOException {
    if (ZipEnd.hasTooManyMembers(path, MOST_MEMBERS)) {
      return Files.size(path);
    }
    try (ZipFile zip = new ZipFile(path.toFile(), ISO_8859_1)) {
      long listed = zip.stream().mapToLong(ZipMembers::listed).reduce(0, ZipMembers::sum);
      return listed > most(path, limits) ? Files.size(path) : listed;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      return Files.size(path);
    }
  }

  private static long listed(ZipEntry entry) {
    return Math.max(0, entry.getSize());
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static RefusedContentException refused(FileNotice notice, Exception cause) {
    RefusedContentException refused = new RefusedContentException(notice);
    refused.initCause(cause);
    return refused;
  }

  private void read() throws IOException {
    if (zip.size() > MOST_MEMBERS) {
      throw tooMany();
    }
    left = most(path, limits);
    List<ZipEntry> files = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (ZipEntry entry : entries()) {
      if (isTaken(entry)) {
        files.add(entry);
        times.merge(plainName(entry).toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    long listed = files.stream().mapToLong(ZipMembers::listed).reduce(0, ZipMembers::sum);
    if (listed > left) {
      throw tooLarge(left);
    }
    left = listed;
    boolean any = false;
    for (ZipEntry entry : files) {
      String name = plainName(entry);
      any = true;
      if (times.getOrDefault(name.toLowerCase(Locale.ROOT), 0) > 1) {
        sink.notice(new RepeatedMemberNotice(printable(entry)));
      } else {
        read(entry, name);
      }
    }
    if (!any && zip.size() == 0) {
      throw new RefusedContentException(new EmptyFileNotice());
    }
  }

  private static long most(Path path, Limits limits) {
    long bySize = path.toFile().length() * limits.archiveRatio();
    return Math.min(Math.max(RATIO_COUNTS_FROM, bySize), limits.fileBytes() * MOST_FILES_FULL);
  }

  /** What is listed; a name that is marked as UTF-8 and is none damages the list. */
  private List<? extends ZipEntry> entries() throws ZipException {
    try {
      return zip.stream().toList();
    } catch (IllegalArgumentException e) {
      ZipException damaged = new ZipException(e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Whether a member is a file that can be read, told by its name. */
  private boolean isTaken(ZipEntry entry) {
    String path = textOf(entry).replace('\\', '/');
    if (path.endsWith("/")) {
      return false;
    }
    String name = plainName(entry);
    String lower = name.toLowerCase(Locale.ROOT);
    if (LEFTOVERS.contains(lower) || name.startsWith("._") || path.contains("__MACOSX/")) {
      sink.notice(new IgnoredMemberNotice(printable(entry)));
      return false;
    }
    boolean control = path.chars().anyMatch(Character::isISOControl);
    if (control
        || name.isEmpty()
        || path.startsWith("/")
        || path.contains(":")
        || hasStepUp(path)) {
      sink.notice(new UnsafeMemberNameNotice(printable(entry)));
      return false;
    }
    if (ARCHIVES.stream().anyMatch(lower::endsWith)) {
      sink.notice(new NestedArchiveNotice(printable(entry)));
      return false;
    }
    return true;
  }

  private static boolean hasStepUp(String path) {
    return List.of(path.split("/", -1)).contains("..");
  }

  private void read(ZipEntry entry, String name) throws IOException {
    try (MemberStream bytes =
        new MemberStream(zip.getInputStream(entry), limits.fileBytes(), left)) {
      if (bytes.isArchive()) {
        sink.notice(new NestedArchiveNotice(printable(entry)));
        return;
      }
      sink.member(name, bytes);
      left -= bytes.count();
      if (bytes.checksum() != entry.getCrc()) {
        damaged(entry, name);
      }
    } catch (ZipException | EOFException e) {
      damaged(entry, name);
    }
  }

  private void damaged(ZipEntry entry, String name) throws IOException {
    sink.damaged(name);
    sink.notice(new DamagedMemberNotice(printable(entry)));
  }

  private static String plainName(ZipEntry entry) {
    String path = textOf(entry).replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String printable(ZipEntry entry) {
    return String.valueOf(NoticeCatalogue.shorten(textOf(entry)));
  }

  /** Many programs write UTF-8 without marking it. */
  private static String textOf(ZipEntry entry) {
    String name = entry.getName();
    if (name.chars().allMatch(c -> c < 0x80) || name.chars().anyMatch(c -> c > 0xff)) {
      return name;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(name.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return name;
    }
  }

  private static RefusedContentException tooMany() {
    return new RefusedContentException(
        new TooManyMembersNotice("more than " + MOST_MEMBERS, "at most " + MOST_MEMBERS));
  }

  /** The refusal of a zip that grows beyond some bytes. */
  static RefusedContentException tooLarge(long bytes) {
    return new RefusedContentException(
        new ArchiveTooLargeNotice("more than " + bytes + " bytes", "at most " + bytes + " bytes"));
  }
}
