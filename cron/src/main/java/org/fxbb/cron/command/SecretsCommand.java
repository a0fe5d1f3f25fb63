package org.fxbb.cron.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.jobs.secret.KeySource;
import org.fxbb.jobs.secret.Purpose;
import org.fxbb.jobs.secret.Secret;
import org.fxbb.jobs.secret.SecretRotation;
import org.fxbb.jobs.secret.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb secrets}: what the engine must know in clear, encrypted at rest. */
@Command(
    name = "secrets",
    description =
        "Keep secrets that the engine needs (SNMP communities, passwords of mail and channels), encrypted. Settings write their names; no command shows a value.")
final class SecretsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Cannot tell what to do: expected put, list, remove, rotate or check after secrets, found none.");
  }

  @Command(
      name = "put",
      description =
          "Store a value under a name, in place of the one it had. The value comes from --file, a prompt on a terminal, or standard input; one line end at its end is not part of it.")
  int put(
      @Parameters(paramLabel = "<name>", description = "What settings will write.") String name,
      @Option(
              names = "--purpose",
              required = true,
              paramLabel = "<purpose>",
              description = "What it is for: ${COMPLETION-CANDIDATES}.")
          Purpose purpose,
      @Option(names = "--file", paramLabel = "<file>", description = "Read the value from here.")
          @Nullable Path file) {
    try (Secret value = SecretInput.read("the value of " + name, file);
        Engine engine = Engine.start(fxbb.engineOptions())) {
      Secrets.Stored stored = engine.get(Secrets.class).put(name, purpose, value);
      stored
          .newKeyPlace()
          .ifPresent(
              place ->
                  warn(
                      "Made "
                          + place
                          + ". Back it up now, apart from the database: without it no secret can be read again."));
      String state = stored.replaced() ? "REPLACED" : "STORED";
      fxbb.output()
          .print(
              Map.of("name", name, "purpose", purpose, "key_id", stored.keyId(), "state", state),
              writer ->
                  writer.printf(
                      "%s the secret %s (%s), encrypted with key %s.%n",
                      stored.replaced() ? "Replaced" : "Stored", name, purpose, stored.keyId()));
      return ExitCode.DONE;
    }
  }

  @Command(name = "list", description = "List names, purposes and keys; never values.")
  int list() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      List<Secrets.Entry> secrets = engine.get(Secrets.class).list();
      fxbb.output()
          .print(
              Map.of("secrets", secrets),
              writer -> {
                Output.table(
                    writer,
                    List.of("name", "purpose", "key", "updated (Asia/Dhaka)"),
                    secrets.stream()
                        .map(
                            secret ->
                                List.of(
                                    secret.name(),
                                    secret.purpose().name(),
                                    secret.keyId(),
                                    Output.time(secret.updatedAt())))
                        .toList());
                writer.printf("Secrets: %,d.%n", secrets.size());
              });
      return ExitCode.DONE;
    }
  }

  @Command(name = "remove", description = "Remove a value for good, unless something names it.")
  int remove(@Parameters(paramLabel = "<name>", description = "Which one.") String name) {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      engine.get(Secrets.class).remove(name);
      fxbb.output()
          .print(
              Map.of("name", name, "state", "REMOVED"),
              writer -> writer.println("Removed the secret " + name + "."));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "rotate",
      description =
          "Encrypt every secret with a new key. With a key file, the key is made first and joins the old one; with FXBB_SECRETS_KEYS, put a new key first there before. May be interrupted: run it again.")
  int rotate(
      @Option(
              names = "--again",
              description = "Make a new key although old ones are still in the key file.")
          boolean again,
      @Option(
              names = "--forget-old",
              description =
                  "Only take the keys that no secret needs out of the key file. Backups of the database that are older need them: keep a copy with those.")
          boolean forgetOld) {
    if (again && forgetOld) {
      throw new ParameterException(
          spec.commandLine(), "Cannot rotate: expected --again or --forget-old, found both.");
    }
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      SecretRotation rotation =
          new SecretRotation(
              engine.get("etlDataSource", DataSource.class), engine.get(KeySource.class));
      SecretRotation.Result result = forgetOld ? rotation.forgetOld() : rotation.rotate(again);
      if (result.newKey()) {
        warn("Changed " + result.place() + ". Back it up now, apart from the database.");
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("current_key", result.current());
      document.put("new_key", result.newKey());
      document.put("moved", result.moved());
      document.put("unneeded_keys", result.unneeded());
      document.put("forgotten_keys", result.forgotten());
      fxbb.output()
          .print(
              document,
              writer -> (forgetOld ? forgotten(result) : rotated(result)).forEach(writer::println));
      return ExitCode.DONE;
    }
  }

  private static Stream<String> forgotten(SecretRotation.Result result) {
    return Stream.of(
        result.forgotten().isEmpty()
            ? "No old key to forget: every key in %s is needed.".formatted(result.place())
            : "Took %s out of %s; no secret needs it."
                .formatted(String.join(", ", result.forgotten()), result.place()));
  }

  private static Stream<String> rotated(SecretRotation.Result result) {
    if (result.current().isEmpty()) {
      return Stream.of("Nothing to rotate: there is no key yet. The first secret makes one.");
    }
    String first =
        result.newKey() || result.moved() > 0
            ? "Secrets encrypted with key %2$s: %1$,d.".formatted(result.moved(), result.current())
            : "Nothing to rotate: every secret is encrypted with key %s already. --again makes a further key."
                .formatted(result.current());
    return result.unneeded().isEmpty()
        ? Stream.of(first)
        : Stream.of(
            first,
            "No secret needs %s any more, but backups of the database from before do. Once these are gone: fxbb secrets rotate --forget-old"
                .formatted(String.join(", ", result.unneeded())));
  }

  @Command(name = "check", description = "Decrypt every secret; exit code 3 when one cannot be.")
  int check() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      Secrets secrets = engine.get(Secrets.class);
      int count = secrets.list().size();
      List<String> faults = secrets.listFaults();
      fxbb.output()
          .print(
              Map.of("secrets", count, "faults", faults),
              writer -> {
                faults.forEach(writer::println);
                writer.printf(
                    "%,d of %,d secrets can be decrypted.%n", count - faults.size(), count);
              });
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
