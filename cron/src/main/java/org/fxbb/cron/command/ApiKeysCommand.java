package org.fxbb.cron.command;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Accounts;
import org.fxbb.jobs.access.ApiKeys;
import org.fxbb.jobs.access.Passwords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb keys api}: keys of programs. */
@Command(
    name = "api",
    description = "Keys of programs: fxbb_<prefix>_<random>; the prefix names the key.")
final class ApiKeysCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private KeysCommand keys;

  /** Whose key it is: exactly one. */
  static final class Owner {
    @Option(names = "--user", paramLabel = "<login>", description = "A user.")
    private @Nullable String user;

    @Option(names = "--isp", paramLabel = "<code>", description = "An ISP.")
    private @Nullable String isp;

    @Option(names = "--agent", paramLabel = "<uuid>", description = "A measuring agent.")
    private @Nullable String agent;

    Account find(Accounts accounts) {
      if (user != null) {
        return accounts.getUser(user);
      }
      return isp != null ? accounts.getIsp(isp) : accounts.getAgent(String.valueOf(agent));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Cannot tell what to do: expected add, list, revoke or rotate after api, found none.");
  }

  @Command(name = "add", description = "Make a key; it is printed once.")
  int add(
      @Parameters(paramLabel = "<name>", description = "What it is for.") String name,
      @ArgGroup(multiplicity = "1") Owner owner,
      @Option(
              names = "--scope",
              split = ",",
              paramLabel = "<permission>",
              description =
                  "Only for this, such as reports.read; without it, all that the owner may.")
          @Nullable List<String> scopes,
      @Option(
              names = "--expires",
              paramLabel = "<time>",
              converter = SpanConverter.class,
              description = "How long it opens, such as 90d; without it for ever.")
          @Nullable Duration lifetime) {
    return made(
        (api, accounts) ->
            api.add(name, owner.find(accounts), scopes == null ? List.of() : scopes, lifetime));
  }

  @Command(name = "list", description = "List every key without its secret part.")
  int list() {
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      List<ApiKeys.Entry> list = api(engine).list();
      keys.fxbb()
          .output()
          .print(
              Map.of("api_keys", list),
              writer -> {
                Output.table(
                    writer,
                    List.of("prefix", "owner", "for", "scopes", "state", "until", "replaced by"),
                    list.stream()
                        .map(
                            key ->
                                List.of(
                                    key.prefix(),
                                    key.owner(),
                                    key.name(),
                                    key.scopes().isEmpty()
                                        ? "all of the owner"
                                        : String.join(",", key.scopes()),
                                    key.state(),
                                    Output.time(key.endsAt()),
                                    key.replacedBy() == null ? "" : key.replacedBy()))
                        .toList());
                writer.printf("Keys: %,d. Times in Asia/Dhaka.%n", list.size());
              });
      return ExitCode.DONE;
    }
  }

  @Command(name = "revoke", description = "End a key at once; the row stays.")
  int revoke(
      @Parameters(paramLabel = "<prefix>", description = "The 8 characters after fxbb_.")
          String prefix) {
    refuseWholeKey(prefix);
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      String done =
          api(engine).revoke(prefix)
              ? "Revoked the key %s.".formatted(prefix)
              : "The key %s was revoked before; nothing was changed.".formatted(prefix);
      keys.fxbb()
          .output()
          .print(Map.of("prefix", prefix, "done", done), writer -> writer.println(done));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "rotate",
      description = "Make a key in place of another, which still opens for a while.")
  int rotate(
      @Parameters(paramLabel = "<prefix>", description = "The 8 characters after fxbb_.")
          String prefix,
      @Option(
              names = "--grace",
              paramLabel = "<time>",
              defaultValue = "7d",
              converter = SpanConverter.class,
              description = "How long the old key still opens (${DEFAULT-VALUE}).")
          Duration grace) {
    refuseWholeKey(prefix);
    return made((api, accounts) -> api.rotate(prefix, grace));
  }

  private int made(BiFunction<ApiKeys, Accounts, ApiKeys.Made> work) {
    try (Engine engine = Engine.start(keys.fxbb().engineOptions())) {
      ApiKeys.Made made =
          work.apply(api(engine), new Accounts(engine.get("etlDataSource", DataSource.class)));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("prefix", made.prefix());
      document.put("key", made.key());
      document.put("expires_at", made.expiresAt());
      document.put("old_until", made.oldUntil());
      keys.fxbb()
          .output()
          .print(
              document,
              writer -> {
                writer.printf(
                    "Made the key %s, %s.%n",
                    made.prefix(),
                    made.expiresAt() == null
                        ? "without an end"
                        : "which opens until " + Output.time(made.expiresAt()) + " (Asia/Dhaka)");
                if (made.oldUntil() != null) {
                  writer.printf(
                      "The old one opens until %s (Asia/Dhaka).%n", Output.time(made.oldUntil()));
                }
                writer.println("Key, shown only now: " + made.key());
              });
      return ExitCode.DONE;
    }
  }

  /** A whole key on the command line has been seen by others: the message does not repeat it. */
  private void refuseWholeKey(String prefix) {
    ApiKeys.findPrefix(prefix)
        .ifPresent(
            found -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "Cannot take a whole key on the command line, where others can see it: expected its prefix, %s. Rotate or revoke this key, and clear the history of the shell."
                      .formatted(found));
            });
  }

  private static ApiKeys api(Engine engine) {
    return new ApiKeys(
        engine.get("etlDataSource", DataSource.class),
        engine.get(Clock.class),
        engine.get(Passwords.class));
  }
}
