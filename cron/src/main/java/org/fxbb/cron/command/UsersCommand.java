package org.fxbb.cron.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.jobs.access.Passwords;
import org.fxbb.jobs.access.Users;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb users}: the people who use the engine. */
@Command(
    name = "users",
    description = "Add, list and revoke people and their roles; make database logins of ISPs.",
    subcommands = IspLoginCommand.class)
final class UsersCommand implements Runnable {
  private static final String PASSWORD_STDIN =
      "Read the password from standard input; without it one is made and printed once.";

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
        "Cannot tell what to do: expected add, list, revoke, rotate, unlock, grant, withdraw or isp-login after users, found none.");
  }

  /** The options that every command takes. */
  FxbbCommand fxbb() {
    return fxbb;
  }

  @Command(name = "add", description = "Add a user with a first role.")
  int add(
      @Parameters(paramLabel = "<login>", description = "Lower case, such as rahim.") String login,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "<name>",
              description = "Of the person.")
          String name,
      @Option(
              names = "--email",
              required = true,
              paramLabel = "<address>",
              description = "Where the person is reached.")
          String email,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "<role>",
              description = "ADMIN, OPERATOR, ANALYST, FINANCE, ENFORCEMENT, ISP or AUDITOR.")
          String role,
      @Option(names = "--isp", paramLabel = "<code>", description = "For role ISP: whose user.")
          @Nullable String isp,
      @Option(names = "--password-stdin", description = PASSWORD_STDIN) boolean passwordStdin) {
    Users.NewUser user = new Users.NewUser(login, name, email, upper(role), isp);
    return withPassword(
        login,
        passwordStdin,
        "Added the user %s, role %s.".formatted(login, user.role()),
        (users, password) -> users.add(user, password));
  }

  @Command(name = "list", description = "List every user with roles and state.")
  int list() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      List<Users.Entry> users = users(engine).list();
      fxbb.output()
          .print(
              Map.of("users", users),
              writer -> {
                Output.table(
                    writer,
                    List.of("login", "name", "e-mail", "roles", "ISP", "status", "last login"),
                    users.stream()
                        .map(
                            user ->
                                List.of(
                                    user.login(),
                                    user.name(),
                                    user.email(),
                                    String.join(",", user.roles()),
                                    user.isp() == null ? "" : user.isp(),
                                    status(user),
                                    Output.time(user.lastLoginAt())))
                        .toList());
                writer.printf("Users: %,d. Times in Asia/Dhaka.%n", users.size());
              });
      return ExitCode.DONE;
    }
  }

  private static String status(Users.Entry user) {
    return user.lockedUntil() == null
        ? user.status()
        : user.status() + " until " + Output.time(user.lockedUntil());
  }

  @Command(
      name = "revoke",
      description = "End a user for good, with all sessions and API keys; the row stays.")
  int revoke(@Parameters(paramLabel = "<login>", description = "Who.") String login) {
    return change(
        login,
        users ->
            users.revoke(login)
                ? "Revoked the user %s, all sessions and API keys.".formatted(login)
                : "The user %s was revoked before; nothing was changed.".formatted(login));
  }

  @Command(
      name = "rotate",
      description = "Give a user another password; ends all sessions and the lock.")
  int rotate(
      @Parameters(paramLabel = "<login>", description = "Who.") String login,
      @Option(names = "--password-stdin", description = PASSWORD_STDIN) boolean passwordStdin) {
    return withPassword(
        login,
        passwordStdin,
        "Changed the password of %s; all sessions are over.".formatted(login),
        (users, password) -> users.changePassword(login, password));
  }

  @Command(name = "unlock", description = "Let a user try again who was locked.")
  int unlock(@Parameters(paramLabel = "<login>", description = "Who.") String login) {
    return change(
        login,
        users ->
            users.unlock(login)
                ? "Unlocked the user %s.".formatted(login)
                : "The user %s was not locked; nothing was changed.".formatted(login));
  }

  @Command(name = "grant", description = "Give a user one more role.")
  int grant(
      @Parameters(paramLabel = "<login>", description = "Who.") String login,
      @Parameters(paramLabel = "<role>", description = "Such as ANALYST.") String role) {
    return change(
        login,
        users ->
            users.grant(login, upper(role))
                ? "Granted %s to %s.".formatted(upper(role), login)
                : "%s has the role %s already; nothing was changed.".formatted(login, upper(role)));
  }

  @Command(name = "withdraw", description = "Take a role from a user.")
  int withdraw(
      @Parameters(paramLabel = "<login>", description = "Who.") String login,
      @Parameters(paramLabel = "<role>", description = "Such as ANALYST.") String role) {
    return change(
        login,
        users -> {
          users.withdraw(login, upper(role));
          return "Withdrew %s from %s.".formatted(upper(role), login);
        });
  }

  private int change(String login, Function<Users, String> work) {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      String done = work.apply(users(engine));
      fxbb.output().print(Map.of("login", login, "done", done), writer -> writer.println(done));
      return ExitCode.DONE;
    }
  }

  /** What is done with a user's new password. */
  private interface PasswordWork {
    void accept(Users users, char[] password);
  }

  private int withPassword(String login, boolean fromStdin, String done, PasswordWork work) {
    String made = fromStdin ? null : Passwords.generate();
    char[] password = made == null ? SecretInput.readPassword() : made.toCharArray();
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      work.accept(users(engine), password);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("login", login);
      document.put("done", done);
      if (made != null) {
        document.put("password", made);
      }
      fxbb.output()
          .print(
              document,
              writer -> {
                writer.println(done);
                if (made != null) {
                  writer.println("Password, shown only now: " + made);
                }
              });
      return ExitCode.DONE;
    }
  }

  private static Users users(Engine engine) {
    return new Users(
        engine.get("etlDataSource", DataSource.class),
        engine.get(Clock.class),
        engine.get(Passwords.class));
  }

  private static String upper(String role) {
    return role.toUpperCase(Locale.ROOT);
  }
}
