package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadChannelTest {
  @TempDir private Path folder = Path.of("");
  private long room = 100;
  private long grown;

  private UploadChannel open(long largest) throws IOException {
    return new UploadChannel(
        FileChannel.open(
            folder.resolve("a.csv"), StandardOpenOption.WRITE, StandardOpenOption.CREATE),
        largest,
        new UploadChannel.Room() {
          @Override
          public long bytes(long wanted) {
            return room;
          }

          @Override
          public void grew(long bytes) {
            grown += bytes;
          }
        });
  }

  private static void write(UploadChannel upload, long at, int bytes) throws IOException {
    upload.position(at).write(ByteBuffer.allocate(bytes));
  }

  @Test
  void aFileIsWholeWhenItsSenderClosedIt() throws IOException {
    UploadChannel upload = open(1_000);
    write(upload, 0, 10);
    assertThat(upload.isWhole()).isFalse();
    upload.end();
    assertThat(upload.isWhole()).isTrue();
  }

  @Test
  void itGrowsToTheLargestSizeAndNoByteFurther() throws IOException {
    UploadChannel upload = open(50);
    write(upload, 0, 50);
    assertThatThrownBy(() -> write(upload, 50, 1))
        .hasMessage("The file is larger than 50 bytes, the most.");
    assertThat(upload.refusal()).isNotNull();
    upload.end();
    assertThat(upload.isWhole()).isFalse();
  }

  @Test
  void itGrowsAsFarAsThereIsRoom() throws IOException {
    UploadChannel upload = open(1_000);
    write(upload, 0, 60);
    write(upload, 60, 40);
    room = 0;
    write(upload, 0, 100);
    assertThat(grown).isEqualTo(100);
    assertThatThrownBy(() -> write(upload, 100, 1))
        .hasMessageStartingWith("There is no room for more");
  }

  @Test
  void aHoleCountsAsWhatItWouldFill() throws IOException {
    UploadChannel upload = open(1_000);
    assertThatThrownBy(() -> write(upload, 100, 1))
        .hasMessageStartingWith("There is no room for more");
    assertThat(upload.size()).isZero();
  }
}
