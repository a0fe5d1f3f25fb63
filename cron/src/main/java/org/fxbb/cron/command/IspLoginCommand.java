package org.fxbb.cron.command;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.fxbb.cron.database.IspLogins;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.Accounts;
import org.fxbb.jobs.access.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb users isp-login}: database logins that see one ISP's rows. */
@Command(
    name = "isp-login",
    description = "Make and remove the database login of an ISP, which sees that ISP's rows only.")
final class IspLoginCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private UsersCommand users;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Cannot tell what to do: expected add, list or revoke after isp-login, found none.");
  }

  @Command(name = "add", description = "Make the login; its password is printed once.")
  int add(@Parameters(paramLabel = "<isp>", description = "Such as isp-0001.") String isp) {
    try (Engine engine = Engine.start(users.fxbb().engineOptions())) {
      Account account = account(engine, isp);
      String password = Passwords.generate();
      String login = logins(engine).add(account.id(), account.name(), password);
      users
          .fxbb()
          .output()
          .print(
              Map.of("isp", isp, "role_name", login, "password", password),
              writer -> {
                writer.printf(
                    "Made the database login %s, which sees the rows of %s in %s.%n",
                    login, isp, engine.get(Database.class).place());
                writer.println("Password, shown only now: " + password);
                writer.println(
                    "Connect with: psql " + engine.get(Database.class).addressFor(login));
              });
      return ExitCode.DONE;
    }
  }

  @Command(name = "list", description = "List the database logins of ISPs.")
  int list() {
    try (Engine engine = Engine.start(users.fxbb().engineOptions())) {
      List<IspLogins.Entry> logins = logins(engine).list();
      users
          .fxbb()
          .output()
          .print(
              Map.of("isp_logins", logins),
              writer -> {
                Output.table(
                    writer,
                    List.of("ISP", "database login", "since (Asia/Dhaka)"),
                    logins.stream()
                        .map(l -> List.of(l.isp(), l.roleName(), Output.time(l.since())))
                        .toList());
                writer.printf("Database logins: %,d.%n", logins.size());
              });
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "revoke",
      description = "Remove the login and whatever it owns; open sessions are ended.")
  int revoke(@Parameters(paramLabel = "<isp>", description = "Such as isp-0001.") String isp) {
    try (Engine engine = Engine.start(users.fxbb().engineOptions())) {
      List<String> gone = logins(engine).revoke(account(engine, isp).id(), isp);
      users
          .fxbb()
          .output()
          .print(
              Map.of("isp", isp, "revoked", gone),
              writer ->
                  writer.println("Removed the database login " + String.join(", ", gone) + "."));
      return ExitCode.DONE;
    }
  }

  private static Account account(Engine engine, String isp) {
    return new Accounts(engine.get("etlDataSource", DataSource.class)).getIsp(isp);
  }

  private static IspLogins logins(Engine engine) {
    return new IspLogins(engine.get(Database.class));
  }
}
