package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The clients of OpenSSH, as somebody types them in a folder with the keys. */
final class OpenSsh {
  private final Path folder;
  private final int port;

  /** Against a server on this machine, with keys and files in a folder. */
  OpenSsh(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * What a command came to.
   *
   * @param code its exit code
   * @param text all that it printed
   */
  record Ended(int code, String text) {
    Ended isDone() {
      assertThat(code).as(text).isZero();
      return this;
    }

    Ended isRefused(String pattern) {
      assertThat(text).containsPattern(pattern);
      assertThat(code).as(text).isNotZero();
      return this;
    }
  }

  /** Fails where the clients are missing, and says what to install. */
  static void require() {
    for (String client : List.of("ssh", "sftp", "scp", "ssh-keygen", "ssh-agent")) {
      assertThat(
              List.of(System.getenv("PATH").split(":")).stream()
                  .anyMatch(place -> Files.isExecutable(Path.of(place, client))))
          .as(
              "Cannot test the SFTP server: expected the client %s of OpenSSH on the path, found none. Install openssh-client."
                  .formatted(client))
          .isTrue();
    }
  }

  /** Makes a pair of keys. */
  static String keygen(Path folder, String name, String... kind) throws IOException {
    List<String> line = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", name));
    line.addAll(List.of(kind));
    run(folder, Map.of(), "", line).isDone();
    return Files.readString(folder.resolve(name + ".pub"));
  }

  private List<String> line(String client, String key) {
    List<String> line = lineOf(client, "none".equals(key) ? "BatchMode=no" : "BatchMode=yes");
    line.addAll(List.of("-i", key));
    return line;
  }

  private List<String> lineOf(String client, String batchMode) {
    return new ArrayList<>(
        List.of(
            client,
            "-F",
            "none",
            "-o",
            "Port=" + port,
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            batchMode,
            "-o",
            "StrictHostKeyChecking=yes",
            "-o",
            "ConnectTimeout=20",
            "-o",
            "UserKnownHostsFile=" + folder.resolve("known_hosts")));
  }

  /** A batch of {@code sftp}; a line that begins with - may fail. */
  Ended sftp(String account, String key, String... batch) throws IOException {
    List<String> line = line("sftp", key);
    line.addAll(List.of("-b", "-", account + "@127.0.0.1"));
    return run(folder, Map.of(), String.join("\n", batch) + "\n", line);
  }

  /** {@code sftp} that is slow, so that it can be stopped on the way. */
  Process slowPut(String account, String key, String from, String to) throws IOException {
    Path batch = Files.writeString(folder.resolve("slow"), "put %s %s%n".formatted(from, to));
    List<String> line = line("sftp", key);
    line.addAll(List.of("-l", "8000", "-b", batch.toString(), account + "@127.0.0.1"));
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** {@code scp}; @ stands for the account and the machine. */
  Ended scp(String account, String key, String... arguments) throws IOException {
    List<String> line = line("scp", key);
    for (String argument : arguments) {
      line.add(
          argument.startsWith("@") ? account + "@127.0.0.1" + argument.substring(1) : argument);
    }
    return run(folder, Map.of(), "", line);
  }

  /** {@code ssh}; @ stands for the account and the machine. */
  Ended ssh(String account, String key, String... arguments) throws IOException {
    List<String> line = line("ssh", key);
    for (String argument : arguments) {
      line.add(argument.equals("@") ? account + "@127.0.0.1" : argument);
    }
    return run(folder, Map.of("DISPLAY", "127.0.0.1:99"), "", line);
  }

  /** {@code ssh} that stays. */
  Process start(String account, String key, String... arguments) throws IOException {
    List<String> line = line("ssh", key);
    for (String argument : arguments) {
      line.add(argument.equals("@") ? account + "@127.0.0.1" : argument);
    }
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** {@code ssh} with an agent. */
  Ended sshWithAgent(String account, String key) throws IOException {
    List<String> line = new ArrayList<>(List.of("ssh-agent"));
    line.addAll(line("ssh", key));
    line.addAll(List.of("-A", "-s", account + "@127.0.0.1", "sftp"));
    return run(folder, Map.of(), "", line);
  }

  /** {@code sftp} with a password, typed by a program; exit code 0 = it opened. */
  Ended sftpWithPassword(String account, String password) throws IOException {
    Path asking = folder.resolve("ask");
    Files.writeString(asking, "#!/bin/sh\necho '%s'\n".formatted(password));
    Files.setPosixFilePermissions(asking, PosixFilePermissions.fromString("rwx------"));
    List<String> line = line("sftp", "none");
    line.addAll(
        List.of(
            "-o",
            "PreferredAuthentications=password",
            "-o",
            "NumberOfPasswordPrompts=1",
            account + "@127.0.0.1"));
    return run(
        folder,
        Map.of("SSH_ASKPASS", asking.toString(), "SSH_ASKPASS_REQUIRE", "force", "DISPLAY", ":99"),
        "ls\nbye\n",
        line);
  }

  private static Ended run(
      Path folder, Map<String, String> environment, String input, List<String> line)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("SSH_AUTH_SOCK");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
    } catch (IOException e) {
      assertThat(process.isAlive()).as("it reads no input because it has ended").isFalse();
    }
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(String.join(" ", line)).isTrue();
      return new Ended(process.exitValue(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
