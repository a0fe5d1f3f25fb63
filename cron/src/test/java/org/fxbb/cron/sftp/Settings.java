package org.fxbb.cron.sftp;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings of tests. */
final class Settings {

  private Settings() {}

  /** With these limits at the door. */
  static SftpProperties with(int mostUnknown, int mostUnknownPerAddress, int mostFailures) {
    return of(Path.of("host-keys"), mostUnknown, mostUnknownPerAddress, mostFailures, 40);
  }

  /** For a server on any port of this machine. */
  static SftpProperties of(
      Path hostKeys, int mostUnknown, int mostUnknownPerAddress, int mostFailures, int mostFiles) {
    return new SftpProperties(
        true,
        "127.0.0.1",
        0,
        hostKeys,
        true,
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        4,
        3,
        mostUnknown,
        mostUnknownPerAddress,
        mostFailures,
        Duration.ofMinutes(10),
        DataSize.ofMegabytes(20),
        mostFiles,
        DataSize.ofMegabytes(8),
        1_000,
        DataSize.ofBytes(0),
        Duration.ofDays(7));
  }
}
