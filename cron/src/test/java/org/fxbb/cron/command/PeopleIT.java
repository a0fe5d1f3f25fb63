package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.Fxbb;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;

/** The commands {@code users}, {@code keys} and {@code secrets}, as an operator types them. */
final class PeopleIT {
  private static final String PLANTED = "Planted-Value-9c1f-গোপন";
  private static final String TYPED = "typed password 77 zebra";

  @TempDir private Path folder = Path.of("");
  private final TestDatabase database = TestDatabase.create();
  private final StringBuilder everything = new StringBuilder();
  private String out = "";
  private String err = "";

  @BeforeEach
  void addIsps() throws IOException {
    Files.writeString(
        folder.resolve("settings.properties"),
        """
        spring.datasource.url=%s
        spring.datasource.username=fxbb
        spring.datasource.password=test
        fxbb.var=%s
        fxbb.secrets.key-file=%s
        """
            .formatted(database.url(), folder.resolve("var"), folder.resolve("var/keys/s.keys")));
    for (String code : List.of("isp-7101", "isp-7102")) {
      new JdbcTemplate(database.etl())
          .update(
              "INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status) SELECT ?, ?, 'N', min(id), 'ACTIVE' FROM isp_license_categories",
              code,
              "L-" + code);
    }
  }

  /** Runs one command and keeps all that it prints anywhere. */
  private int fxbb(String input, String... arguments) {
    StringWriter outWriter = new StringWriter();
    StringWriter errWriter = new StringWriter();
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    InputStream oldIn = System.in;
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.addAll(List.of("--config", folder.resolve("settings.properties").toString()));
    try (PrintStream stream = new PrintStream(console, true, StandardCharsets.UTF_8)) {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(stream);
      System.setErr(stream);
      CommandLine command = Fxbb.commandLine(); // it remembers the streams of this moment
      command.setOut(new PrintWriter(outWriter));
      command.setErr(new PrintWriter(errWriter));
      return command.execute(line.toArray(String[]::new));
    } finally {
      System.setIn(oldIn);
      System.setOut(oldOut);
      System.setErr(oldErr);
      out = outWriter.toString();
      err = errWriter.toString();
      everything.append(out).append(err).append(console.toString(StandardCharsets.UTF_8));
    }
  }

  private String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("var/log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  /** Every row of every table of the engine, as text. */
  private String dump() {
    JdbcTemplate jdbc = new JdbcTemplate(database.superuser());
    StringBuilder text = new StringBuilder();
    for (String table :
        jdbc.queryForList(
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'batch', 'quartz')",
            String.class)) {
      text.append(
          jdbc.queryForObject(
              "SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM " + table + " t",
              String.class));
    }
    return text.toString();
  }

  private static String find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  @Test
  void whatWasTypedInIsInNoOutputNoLogAndNoTable() throws IOException {
    assertThat(fxbb(PLANTED + "\n", "secrets", "put", "smtp", "--purpose", "smtp_password", "-v"))
        .isZero();
    assertThat(out).startsWith("Stored the secret smtp (SMTP_PASSWORD), encrypted with key k1.");
    assertThat(err).contains("Back it up now");
    Path file = Files.writeString(folder.resolve("value"), PLANTED);
    assertThat(
            fxbb(
                "",
                "secrets",
                "put",
                "smtp",
                "--purpose",
                "OTHER",
                "--json",
                "--file",
                file.toString()))
        .isZero();
    assertThat(out).contains("\"state\" : \"REPLACED\"");
    assertThat(fxbb(PLANTED, "secrets", "put", "Bad Name", "--purpose", "OTHER", "-v"))
        .isEqualTo(1);
    assertThat(fxbb("", "secrets", "list", "--json")).isZero();
    assertThat(fxbb("", "secrets", "rotate", "-v")).isZero();
    assertThat(fxbb("", "secrets", "check")).isZero();
    new JdbcTemplate(database.etl()).update("UPDATE encrypted_secrets SET purpose = 'CHANNEL'");
    assertThat(fxbb("", "secrets", "check", "-v")).isEqualTo(ExitCode.FOUND);
    assertThat(fxbb("", "secrets", "rotate", "-v")).isEqualTo(1);
    assertThat(fxbb(PLANTED, "secrets", "put", "smtp", "--purpose", "OTHER")).isZero();
    assertThat(fxbb("", "secrets", "remove", "smtp")).isZero();
    assertThat(
            fxbb(
                TYPED,
                "users",
                "add",
                "rahim",
                "--name",
                "R",
                "--email",
                "r@example.org",
                "--role",
                "analyst",
                "--password-stdin",
                "-v"))
        .isZero();
    assertThat(out).doesNotContain("shown only now");
    assertThat(fxbb(TYPED, "keys", "sftp", "add", "isp-7101", "--password-stdin", "-v")).isZero();
    assertThat(out)
        .contains("Passwords are switched off: it opens nothing until fxbb.sftp.passwords is true");
    assertThat(fxbb(TYPED, "users", "rotate", "nobody", "--password-stdin", "-v")).isEqualTo(1);

    String all = everything + logs() + dump();
    for (String planted : List.of(PLANTED, TYPED)) {
      byte[] bytes = planted.getBytes(StandardCharsets.UTF_8);
      assertThat(all)
          .doesNotContain(planted)
          .doesNotContain(HexFormat.of().formatHex(bytes))
          .doesNotContain(java.util.Base64.getEncoder().encodeToString(bytes).substring(0, 20));
    }
    String audited =
        new JdbcTemplate(database.superuser())
            .queryForObject(
                "SELECT string_agg(concat_ws(' ', table_name, before, after), E'\\n') FROM audit_logs",
                String.class);
    assertThat(audited)
        .contains("encrypted_secrets", "users", "sftp_credentials")
        .doesNotContain("argon2id", "r@example.org");
  }

  @Test
  void whatWasMadeIsPrintedOnceAndKeptNowhere() throws IOException {
    assertThat(
            fxbb(
                "",
                "users",
                "add",
                "rahim",
                "--name",
                "R",
                "--email",
                "r@example.org",
                "--role",
                "ADMIN"))
        .isZero();
    String password = find("shown only now: (\\S+)", out);
    assertThat(fxbb("", "keys", "api", "add", "dashboard", "--user", "rahim", "--expires", "90d"))
        .isZero();
    String key = find("shown only now: (\\S+)", out);
    String prefix = key.substring(5, 13);
    assertThat(fxbb("", "keys", "api", "rotate", prefix, "--json")).isZero();
    String second = find("\"key\" : \"([^\"]+)\"", out);
    everything.setLength(0);

    assertThat(fxbb("", "keys", "api", "list")).isZero();
    assertThat(out).contains(prefix, "GRACE", "VALID", "user rahim", "Keys: 2.");
    assertThat(fxbb("", "keys", "api", "revoke", key)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("expected its prefix, " + prefix);
    assertThat(fxbb("", "keys", "api", "revoke", prefix)).isZero();
    assertThat(fxbb("", "users", "list", "--json")).isZero();
    assertThat(out).contains("\"login\" : \"rahim\"");

    assertThat(everything + logs() + dump())
        .doesNotContain(password)
        .doesNotContain(key)
        .doesNotContain(second);
  }

  @Test
  void sftpKeysAreToldByFingerprint() throws IOException {
    Path pub =
        Files.writeString(
            folder.resolve("id.pub"),
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII79JsqeEAKPIXL9rofPCvt4brVgBqfTb78FDt3FPXPA clerk@isp\n");
    String fingerprint = "SHA256:A7tHj3y/x/mImdwBRvDwHDQRcg4Uy4OQcvPPk+izvQs";

    assertThat(fxbb("", "keys", "sftp", "add", "isp-7101", "--public-key-file", pub.toString()))
        .isZero();
    assertThat(out).contains("256 " + fingerprint + " clerk@isp (ED25519)");
    assertThat(fxbb("", "keys", "sftp", "list", "isp-7101")).isZero();
    assertThat(out).contains(fingerprint, "VALID", "Credentials: 1.");
    assertThat(fxbb("", "keys", "sftp", "revoke", "isp-7101", "--fingerprint", fingerprint))
        .isZero();
    assertThat(fxbb("", "keys", "sftp", "list", "--json")).isZero();
    assertThat(out).contains("\"state\" : \"REVOKED\"");
    assertThat(fxbb("", "keys", "sftp", "add", "isp-710", "--password")).isEqualTo(ExitCode.FAILED);
    assertThat(err)
        .startsWith(
            "Cannot find the ISP \"isp-710\": expected one that is registered, found none. Nearest: isp-7101, isp-7102.");
  }

  @Test
  void aDatabaseLoginSeesItsIspOnlyAndNothingOnceItIsRevoked() throws SQLException {
    assertThat(fxbb("", "users", "isp-login", "add", "isp-7101")).isZero();
    String password = find("shown only now: (\\S+)", out);
    assertThat(out).startsWith("Made the database login fxbb_isp_7101,");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("fxbb_isp_7101");
    source.setPassword(password);

    assertThat(
            new JdbcTemplate(database.superuser())
                .queryForObject(
                    "SELECT rolpassword FROM pg_authid WHERE rolname = 'fxbb_isp_7101'",
                    String.class))
        .startsWith("SCRAM-SHA-256$");
    try (Connection connection = source.getConnection()) {
      DataSource session = new SingleConnectionDataSource(connection, true);
      JdbcTemplate isp = new JdbcTemplate(session);
      assertThat(isp.queryForList("SELECT code FROM isps", String.class))
          .containsExactly("isp-7101");
      assertThatThrownBy(() -> isp.update("UPDATE isps SET name_en = 'X'"))
          .hasStackTraceContaining("permission denied");
      assertThatThrownBy(() -> isp.execute("SET ROLE fxbb_etl"))
          .hasStackTraceContaining("permission denied");

      assertThat(fxbb("", "users", "isp-login", "add", "isp-7101")).isEqualTo(ExitCode.FAILED);
      assertThat(err)
          .startsWith(
              "Cannot make the database login fxbb_isp_7101: expected no role of this name");
      assertThat(fxbb("", "users", "isp-login", "list")).isZero();
      assertThat(out).contains("isp-7101", "fxbb_isp_7101", "Database logins: 1.");

      assertThatThrownBy(() -> isp.execute("CREATE TEMPORARY TABLE t (a int)"))
          .hasStackTraceContaining("permission denied");
      isp.queryForList("SELECT lo_create(0)");
      assertThat(fxbb("", "users", "isp-login", "revoke", "isp-7101")).as(err).isZero();
      assertThatThrownBy(() -> isp.queryForList("SELECT code FROM isps", String.class))
          .as("the session that was open")
          .hasStackTraceContaining("terminating connection");
    }
    assertThatThrownBy(source::getConnection).hasMessageContaining("fxbb_isp_7101");
    assertThat(fxbb("", "users", "isp-login", "revoke", "isp-7101")).isEqualTo(ExitCode.FAILED);
    assertThat(err).contains("expected one, found none");
  }

  @Test
  void aRoleThatCannotBeDroppedHasNoAccessAndIsRemovedByAnotherAttempt() throws SQLException {
    assertThat(fxbb("", "users", "isp-login", "add", "isp-7101")).isZero();
    JdbcTemplate elsewhere = new JdbcTemplate(TestDatabase.create().superuser());
    elsewhere.execute("CREATE TABLE kept (a int); ALTER TABLE kept OWNER TO fxbb_isp_7101");

    assertThat(fxbb("", "users", "isp-login", "revoke", "isp-7101")).isEqualTo(ExitCode.FAILED);
    assertThat(err)
        .startsWith("Cannot remove the role fxbb_isp_7101, which has no access any more")
        .contains("run the command again");
    assertThat(
            elsewhere.queryForObject(
                "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'fxbb_isp_7101'", Boolean.class))
        .isFalse();
    elsewhere.execute("DROP TABLE kept");
    assertThat(fxbb("", "users", "isp-login", "revoke", "isp-7101")).as(err).isZero();
    assertThat(elsewhere.queryForList("SELECT 1 FROM pg_roles WHERE rolname = 'fxbb_isp_7101'"))
        .isEmpty();
  }
}
