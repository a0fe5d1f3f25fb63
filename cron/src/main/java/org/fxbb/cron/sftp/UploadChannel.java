package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file while it is uploaded: keeps the quota, and knows whether what was sent is the whole.
 *
 * <p><b>Shape</b>: it is whole when its sender closed it and nothing of it was refused. A sender
 * who is interrupted and closes it nevertheless, as {@code sftp} of OpenSSH does at its prompt,
 * cannot be told from one who has sent all.
 *
 * <p><b>Errors</b>: {@link Refusal} where it would grow beyond what its account may have.
 */
final class UploadChannel implements SeekableByteChannel {
  /** Room is looked up again after so many bytes. */
  private static final long STEP = 32L << 20;

  private final FileChannel file;
  private final long largest;
  private final Room room;
  private long cleared;
  private boolean ended;
  private @Nullable Refusal refusal;

  /** What the account may have. */
  interface Room {
    /** How many bytes may be added now, looked up with care where they are fewer than wanted. */
    long bytes(long wanted) throws IOException;

    /** The file has become larger by so many bytes. */
    void grew(long bytes);
  }

  /**
   * Writes into a file.
   *
   * @param largest bytes that it may have
   */
  UploadChannel(FileChannel file, long largest, Room room) {
    this.file = file;
    this.largest = largest;
    this.room = room;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (refusal != null) {
      throw refusal;
    }
    long size = file.size();
    long end = file.position() + source.remaining();
    try {
      if (end > largest) {
        throw Refusal.full(
            "The file is larger than %,d bytes, the most.".formatted(largest),
            "ফাইলটি %s বাইটের চেয়ে বড়, যা সর্বোচ্চ সীমা।".formatted(UploadNote.digits(largest)));
      }
      if (end > Math.max(size, cleared)) {
        clear(size, end);
      }
    } catch (Refusal e) {
      refusal = e;
      throw e;
    }
    int written = file.write(source);
    room.grew(Math.max(0, file.size() - size));
    return written;
  }

  private void clear(long size, long end) throws IOException {
    long free = room.bytes(end - size);
    if (end - size > free) {
      throw Refusal.full(
          "There is no room for more: the files that wait to be taken fill what this account may have, or the disk. Try again in some minutes.",
          "আর জায়গা নেই: যেসব ফাইল নেওয়ার অপেক্ষায় আছে সেগুলোতেই এই অ্যাকাউন্টের বরাদ্দ বা ডিস্ক ভরে গেছে। কয়েক মিনিট পরে আবার চেষ্টা করুন।");
    }
    cleared = Math.min(size + free, end + STEP);
  }

  /** The sender has closed it, rather than gone away. */
  void end() {
    ended = true;
  }

  /** Whether all of the file was sent. */
  boolean isWhole() {
    return ended && refusal == null;
  }

  /** Why some of it was refused, so that the rest is of no use; null where nothing was. */
  @Nullable Refusal refusal() {
    return refusal;
  }

  /** Forces it to disk. */
  void force() throws IOException {
    file.force(true);
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  /** Does nothing: the protocol closes what it only borrowed to cut the file. */
  @Override
  public void close() {}

  /** Closes the file. */
  void release() throws IOException {
    file.close();
  }
}
