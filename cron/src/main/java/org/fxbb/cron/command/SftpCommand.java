package org.fxbb.cron.command;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.sftp.HostKeys;
import org.fxbb.cron.sftp.SftpProperties;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Accounts;
import org.fxbb.jobs.access.Passwords;
import org.fxbb.jobs.access.SftpCredentials;
import org.fxbb.jobs.access.SftpCredentials.Way;
import org.fxbb.jobs.access.SshPublicKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb keys sftp}: what opens the SFTP accounts of ISPs and agents. */
@Command(
    name = "sftp",
    description =
        "Public keys and passwords of SFTP accounts; an account is an ISP's code or an agent's UUID.")
final class SftpCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private KeysCommand keys;

  /** What to end: exactly one. */
  static final class Doomed {
    @Option(names = "--fingerprint", paramLabel = "<SHA256:...>", description = "This public key.")
    private @Nullable String fingerprint;

    @Option(names = "--passwords", description = "Every password.")
    private boolean passwords;

    @Option(names = "--all", description = "Everything.")
    private boolean all;

    /** The kind to end; null for every kind. */
    @Nullable Way way() {
      return passwords && !all ? Way.PASSWORD : null;
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Cannot tell what to do: expected add, list, revoke, rotate or host after sftp, found none.");
  }

  @Command(name = "add", description = "Let public keys or a password open an account.")
  int add(
      @Parameters(paramLabel = "<account>", description = "Such as isp-0001.") String name,
      @ArgGroup(multiplicity = "1") NewCredential credential,
      @Option(
              names = "--expires",
              paramLabel = "<time>",
              converter = SpanConverter.class,
              description = "How long it opens, such as 90d; without it for ever.")
          @Nullable Duration lifetime) {
    return store(name, credential, null, lifetime);
  }

  @Command(
      name = "rotate",
      description = "Let a public key or password open an account in place of those that do now.")
  int rotate(
      @Parameters(paramLabel = "<account>", description = "Such as isp-0001.") String name,
      @ArgGroup(multiplicity = "1") NewCredential credential,
      @Option(
              names = "--grace",
              paramLabel = "<time>",
              defaultValue = "7d",
              converter = SpanConverter.class,
              description = "How long the old ones still open (${DEFAULT-VALUE}).")
          Duration grace) {
    return store(name, credential, grace, null);
  }

  @Command(name = "list", description = "List what opens the accounts.")
  int list(
      @Parameters(paramLabel = "<account>", arity = "0..1", description = "Only this one.")
          @Nullable String name) {
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      List<SftpCredentials.Entry> list =
          credentials(engine).list().stream()
              .filter(entry -> name == null || entry.account().equals(name))
              .toList();
      keys.fxbb()
          .output()
          .print(
              Map.of("sftp_credentials", list),
              writer -> {
                Output.table(
                    writer,
                    List.of("account", "kind", "fingerprint", "state", "from", "until"),
                    list.stream()
                        .map(
                            entry ->
                                List.of(
                                    entry.account(),
                                    entry.keyType() == null ? "password" : entry.keyType(),
                                    entry.fingerprint() == null ? "" : entry.fingerprint(),
                                    entry.state(),
                                    Output.time(entry.validFrom()),
                                    Output.time(entry.validTo())))
                        .toList());
                writer.printf("Credentials: %,d. Times in Asia/Dhaka.%n", list.size());
              });
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "host",
      description = "Show the keys by which clients know this server; makes missing ones.")
  int host() {
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      List<SshPublicKey> host = HostKeys.load(engine.get(SftpProperties.class)).publicKeys();
      keys.fxbb()
          .output()
          .print(
              Map.of(
                  "host_keys",
                  host.stream()
                      .map(key -> Map.of("fingerprint", key.fingerprint(), "key", key.text()))
                      .toList()),
              writer -> {
                writer.println("Host keys, for senders to compare at their first connection:");
                host.forEach(key -> writer.println("  " + key.summary()));
                writer.println("As lines of known_hosts, after the name of this server:");
                host.forEach(key -> writer.println("  " + key.text()));
              });
      return ExitCode.DONE;
    }
  }

  @Command(name = "revoke", description = "End credentials of an account at once; rows stay.")
  int revoke(
      @Parameters(paramLabel = "<account>", description = "Such as isp-0001.") String name,
      @ArgGroup(multiplicity = "1") Doomed doomed) {
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      SftpCredentials credentials = credentials(engine);
      Account account = account(engine, name);
      int ended = 1;
      if (doomed.fingerprint != null) {
        credentials.revokeKey(account, doomed.fingerprint);
      } else {
        ended = credentials.revokeAll(account, doomed.way());
      }
      print(
          account,
          ended == 0
              ? "%s had nothing to revoke.".formatted(account)
              : "Ended what opened %2$s: %1$,d.".formatted(ended, account),
          List.of(),
          null);
      return ExitCode.DONE;
    }
  }

  /**
   * Stores keys or a password.
   *
   * @param grace of those that are replaced; null replaces none
   */
  private int store(
      String name,
      NewCredential credential,
      @Nullable Duration grace,
      @Nullable Duration lifetime) {
    List<SshPublicKey> newKeys = credential.readKeys();
    if (grace != null && newKeys.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot rotate to %d keys: expected one, whose place the others take with add."
              .formatted(newKeys.size()));
    }
    String made = credential.makePassword();
    char[] password = credential.password(made);
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      SftpCredentials credentials = credentials(engine);
      Account account = account(engine, name);
      int ended = 0;
      if (!credential.isKeys()) {
        if (grace == null) {
          credentials.addPassword(account, password, lifetime);
        } else {
          ended = credentials.rotatePassword(account, password, grace);
        }
      } else if (grace == null) {
        credentials.addKeys(account, newKeys, lifetime);
      } else {
        ended = credentials.rotateKey(account, newKeys.get(0), grace);
      }
      String what =
          credential.isKeys()
              ? newKeys.size() == 1 ? "a public key" : newKeys.size() + " public keys"
              : "a password";
      String done =
          grace == null
              ? "Added %s to %s.".formatted(what, account)
              : "Added %s to %s; %,d older end%s after the grace of %s."
                  .formatted(what, account, ended, ended == 1 ? "s" : "", words(grace));
      if (!credential.isKeys() && !engine.get(SftpProperties.class).passwords()) {
        done +=
            " Passwords are switched off: it opens nothing until fxbb.sftp.passwords is true and serve was started anew.";
      }
      print(account, done, newKeys, made);
      return ExitCode.DONE;
    }
  }

  private void print(
      Account account, String done, List<SshPublicKey> newKeys, @Nullable String made) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("account", account.name());
    document.put("done", done);
    document.put("fingerprints", newKeys.stream().map(SshPublicKey::fingerprint).toList());
    if (made != null) {
      document.put("password", made);
    }
    List<String> lines = new ArrayList<>(List.of(done));
    newKeys.forEach(key -> lines.add("  " + key.summary()));
    if (made != null) {
      lines.add("Password, shown only now: " + made);
    }
    keys.fxbb().output().print(document, writer -> lines.forEach(writer::println));
  }

  private static String words(Duration span) {
    if (span.toHoursPart() != 0 || span.toMinutesPart() != 0 || span.isZero()) {
      return span.toMinutesPart() == 0 && !span.isZero()
          ? span.toHours() + " hours"
          : span.toMinutes() + " minutes";
    }
    return span.toDays() == 1 ? "1 day" : span.toDays() + " days";
  }

  private static Account account(Engine engine, String name) {
    return new Accounts(engine.get("etlDataSource", DataSource.class)).getSender(name);
  }

  private static SftpCredentials credentials(Engine engine) {
    return new SftpCredentials(
        engine.get("etlDataSource", DataSource.class),
        engine.get(Clock.class),
        engine.get(Passwords.class));
  }
}
