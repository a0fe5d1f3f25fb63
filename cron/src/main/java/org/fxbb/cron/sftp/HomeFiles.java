package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.Principal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * What an account may do with the files of its {@link Home}: every access of the protocol passes
 * here.
 *
 * <p><b>Shape</b>: files of inbox and try can be sent, renamed within their folder and removed
 * until the intake takes them; the outbox can be read. Times, owners and rights that a client sets
 * are ignored.
 *
 * <p><b>Errors</b>: {@link Refusal}, each of which is in the audit log.
 *
 * <p><b>Source</b>: spec 4.1 and 7.4.
 */
final class HomeFiles implements SftpFileSystemAccessor {
  private static final Set<PosixFilePermission> UPLOAD =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> ANSWER =
      PosixFilePermissions.fromString("r--------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final int LONGEST_SHOWN = 100;

  private final Uploads uploads;
  private final AccessLog log;

  HomeFiles(Uploads uploads, AccessLog log) {
    this.uploads = uploads;
    this.log = log;
  }

  /** What is done for a client, or refused. */
  @FunctionalInterface
  private interface Deed<T> {
    T run() throws IOException;
  }

  private <T> T audited(ServerSession session, String what, Object file, Deed<T> deed)
      throws IOException {
    try {
      return deed.run();
    } catch (Refusal e) {
      throw noted(session, what, file, e);
    }
  }

  private Refusal noted(ServerSession session, String what, Object file, Refusal refusal) {
    String name = file.toString().replaceAll("\\p{C}", "?");
    log.refused(
        "sftp.refused",
        Visit.nameOf(session),
        Visit.addressOf(session),
        "%s %s: %s"
            .formatted(
                what,
                name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name,
                refusal.text()));
    return refusal;
  }

  @Override
  public Path resolveLocalFilePath(SftpSubsystemProxy sftp, Path root, String remote)
      throws IOException {
    return audited(
        sftp.getServerSession(),
        "name",
        remote,
        () ->
            Lookup.find(
                Visit.get(sftp.getServerSession()).home(),
                root.getFileSystem(),
                RemotePath.parse(remote)));
  }

  @Override
  public LinkOption[] resolveFileAccessLinkOptions(
      SftpSubsystemProxy sftp, Path file, int command, String extension, boolean followLinks) {
    return new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
  }

  /** An unfinished upload is named as if it lay where it will. */
  @Override
  public void putRemoteFileName(
      SftpSubsystemProxy sftp, Path path, Buffer buffer, String name, boolean shortName) {
    String hidden = "/" + Home.UPLOADS + "/";
    buffer.putString(name.startsWith(hidden) ? name.substring(hidden.length() - 1) : name);
  }

  @Override
  public SeekableByteChannel openFile(
      SftpSubsystemProxy sftp,
      FileHandle fileHandle,
      Path file,
      String handle,
      Set<? extends OpenOption> options,
      FileAttribute<?>... attributes)
      throws IOException {
    return audited(
        sftp.getServerSession(),
        "open",
        file,
        () -> {
          if (fileHandle == null) {
            return uploads.borrow(sftp.getServerSession(), file);
          }
          if (IoUtils.WRITEABLE_OPEN_OPTIONS.stream().anyMatch(options::contains)) {
            return uploads.begin(sftp.getServerSession(), file, options);
          }
          FileChannel channel = FileChannel.open(file, Uploads.withoutLinks(options));
          log.done(
              "sftp.download",
              Visit.nameOf(sftp.getServerSession()),
              detail(sftp.getServerSession(), file, channel.size()));
          return channel;
        });
  }

  /** What the audit log says of a transfer. */
  static Map<String, Object> detail(ServerSession session, Path file, long bytes) {
    return Map.of(
        "address",
        Visit.addressOf(session),
        "file",
        Lookup.isUpload(file) ? Lookup.whole(file).toString() : file.toString(),
        "bytes",
        bytes);
  }

  @Override
  public void closeFile(
      SftpSubsystemProxy sftp,
      FileHandle fileHandle,
      Path file,
      String handle,
      Channel channel,
      Set<? extends OpenOption> options)
      throws IOException {
    if (channel instanceof UploadChannel upload) {
      if (fileHandle != null) {
        uploads.end(sftp.getServerSession(), file, upload);
      }
    } else if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void syncFileData(
      SftpSubsystemProxy sftp, FileHandle fileHandle, Path file, String handle, Channel channel)
      throws IOException {
    if (channel instanceof UploadChannel upload) {
      upload.force();
    }
  }

  @Override
  public DirectoryStream<Path> openDirectory(
      SftpSubsystemProxy sftp,
      DirectoryHandle directoryHandle,
      Path folder,
      String handle,
      LinkOption... options)
      throws IOException {
    List<Path> entries = Lookup.list(Visit.get(sftp.getServerSession()).home(), folder);
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return entries.stream().filter(Lookup::exists).iterator(); // not what was taken meanwhile
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Map<String, ?> readFileAttributes(
      SftpSubsystemProxy sftp, Path file, String view, LinkOption... options) throws IOException {
    Path shown =
        Lookup.isUpload(file) && Lookup.exists(Lookup.half(file)) ? Lookup.half(file) : file;
    BasicFileAttributes about = Lookup.about(shown);
    return Map.of(
        IoUtils.SIZE_VIEW_ATTR,
        about.size(),
        IoUtils.LASTMOD_TIME_VIEW_ATTR,
        about.lastModifiedTime(),
        IoUtils.LASTACC_TIME_VIEW_ATTR,
        about.lastModifiedTime(),
        IoUtils.REGFILE_VIEW_ATTR,
        about.isRegularFile(),
        IoUtils.DIRECTORY_VIEW_ATTR,
        about.isDirectory(),
        IoUtils.SYMLINK_VIEW_ATTR,
        false,
        IoUtils.PERMISSIONS_VIEW_ATTR,
        about.isDirectory() ? FOLDER : Lookup.isUpload(file) ? UPLOAD : ANSWER);
  }

  @Override
  public void renameFile(
      SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    audited(
        sftp.getServerSession(),
        "rename",
        from + " to " + to,
        () -> {
          uploads.rename(
              sftp.getServerSession(),
              from,
              to,
              options.contains(StandardCopyOption.REPLACE_EXISTING));
          return true;
        });
  }

  @Override
  public void removeFile(SftpSubsystemProxy sftp, Path file, boolean isDirectory)
      throws IOException {
    audited(
        sftp.getServerSession(),
        "remove",
        file,
        () -> {
          uploads.remove(sftp.getServerSession(), file);
          return true;
        });
  }

  // What clients set on what they upload is accepted and ignored.

  @Override
  public void setFileAttribute(
      SftpSubsystemProxy sftp,
      Path file,
      String view,
      String attribute,
      Object value,
      LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, attribute);
  }

  @Override
  public UserPrincipal resolveFileOwner(SftpSubsystemProxy sftp, Path file, UserPrincipal name) {
    return name;
  }

  @Override
  public void setFileOwner(
      SftpSubsystemProxy sftp, Path file, Principal value, LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, "owner");
  }

  @Override
  public GroupPrincipal resolveGroupOwner(SftpSubsystemProxy sftp, Path file, GroupPrincipal name) {
    return name;
  }

  @Override
  public void setGroupOwner(
      SftpSubsystemProxy sftp, Path file, Principal value, LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, "group");
  }

  @Override
  public void setFilePermissions(
      SftpSubsystemProxy sftp,
      Path file,
      Set<PosixFilePermission> permissions,
      LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, "rights");
  }

  @Override
  public void setFileAccessControl(
      SftpSubsystemProxy sftp, Path file, List<AclEntry> acl, LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, "rights");
  }

  @Override
  public void applyExtensionFileAttributes(
      SftpSubsystemProxy sftp, Path file, Map<String, byte[]> extensions, LinkOption... options)
      throws IOException {
    ignoreOnUploads(sftp.getServerSession(), file, "extensions");
  }

  private void ignoreOnUploads(ServerSession session, Path file, String what) throws IOException {
    if (!Lookup.isUpload(file)) {
      throw noted(
          session, "change the " + what + " of", file, Refusal.denied(Uploads.ONLY_UPLOADS));
    }
  }

  // What nobody may do.

  @Override
  public FileLock tryLock(
      SftpSubsystemProxy sftp,
      FileHandle fileHandle,
      Path file,
      String handle,
      Channel channel,
      long position,
      long size,
      boolean shared)
      throws IOException {
    throw noted(
        sftp.getServerSession(), "lock", file, Refusal.denied("Files cannot be locked here."));
  }

  @Override
  public void createDirectory(SftpSubsystemProxy sftp, Path folder) throws IOException {
    throw noted(
        sftp.getServerSession(),
        "make the folder",
        folder,
        Refusal.denied("Folders cannot be made here."));
  }

  @Override
  public void createLink(SftpSubsystemProxy sftp, Path link, Path existing, boolean symbolic)
      throws IOException {
    throw noted(
        sftp.getServerSession(),
        "make the link",
        link,
        Refusal.denied("Links cannot be made here."));
  }

  @Override
  public String resolveLinkTarget(SftpSubsystemProxy sftp, Path link) throws IOException {
    throw noted(
        sftp.getServerSession(), "read the link", link, Refusal.denied("There are no links here."));
  }

  @Override
  public void copyFile(SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    throw noted(
        sftp.getServerSession(),
        "copy",
        from,
        Refusal.denied("Files cannot be copied here. Upload it again."));
  }
}
