package org.fxbb.cron.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords and the port of the embedded server, kept in {@code var/keys/postgres.properties}
 * that only the owner may read.
 *
 * @param superuserPassword of {@code postgres}, used to set the server up and to stop it
 * @param loginPassword of {@code fxbb}, which migrates
 * @param port on the loop-back address
 */
record ServerKeys(String superuserPassword, String loginPassword, int port) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Reads the keys, or makes new ones when there are none. */
  static ServerKeys open(Path file) {
    if (!Files.exists(file)) {
      ServerKeys fresh = new ServerKeys(password(), password(), freePort());
      fresh.write(file);
      return fresh;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return new ServerKeys(
          required(properties, "superuser.password", file),
          required(properties, "login.password", file),
          Integer.parseInt(required(properties, "port", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same keys with a port that is free now; the remembered port is kept when it is. */
  ServerKeys withFreePort(Path file) {
    if (isFree(port)) {
      return this;
    }
    ServerKeys moved = new ServerKeys(superuserPassword, loginPassword, freePort());
    moved.write(file);
    return moved;
  }

  private void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("superuser.password", superuserPassword);
    properties.setProperty("login.password", loginPassword);
    properties.setProperty("port", Integer.toString(port));
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh =
          Files.createTempFile(
              folder,
              "postgres",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        properties.store(writer, "Keys of the embedded PostgreSQL. Keep with the data directory.");
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String required(Properties properties, String name, Path file) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "Cannot use %s: expected the line \"%s=...\", found none. Restore the file from a backup."
              .formatted(file, name));
    }
    return value;
  }

  private static String password() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "ServerKeys[port " + port + "]";
  }
}
