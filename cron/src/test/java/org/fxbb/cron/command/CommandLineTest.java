package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fxbb.cron.Fxbb;
import org.fxbb.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine command = Fxbb.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "run",
        "status",
        "simulate",
        "validate",
        "doctor",
        "migrate",
        "backup",
        "benchmark",
        "reports",
        "restore",
        "users",
        "keys",
        "secrets"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(execute(command, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Usage: fxbb " + command).contains("--as-of", "--json");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--rows, 1X, expected a number of rows",
    "--rows, 999, expected --rows between",
    "--rounds, 0, expected --rounds between",
    "--only, nothing, Invalid value for option '--only'",
    "--rivals, oracle, Invalid value for option '--rivals'"
  })
  void aBenchmarkOfNothingIsWrongUsage(String option, String value, String says) {
    assertThat(execute("benchmark", option, value)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(says);
  }

  @Test
  void statusTakesARunOnlyToShowWhereItsTimeWent() {
    assertThat(execute("status", "--run", "1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "Cannot show the run \"1\": expected --profile <job> beside --run, to say of which job, such as --profile nightly --run 1.");
  }

  @Test
  void statusTakesAMonth() {
    assertThat(execute("status", "--period", "1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("Cannot read the period: expected a month such as 2026-01, found \"1\".");
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUsage() {
    assertThat(execute("jugde")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("jugde").contains("See: fxbb --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users | Cannot tell what to do: expected add, list,",
        "users isp-login | Cannot tell what to do: expected add, list or revoke after isp-login",
        "keys | Cannot tell what to do: expected api or sftp after keys",
        "keys api | Cannot tell what to do: expected add, list, revoke or rotate after api",
        "keys sftp | Cannot tell what to do: expected add, list, revoke, rotate or host after sftp",
        "secrets | Cannot tell what to do: expected put, list, remove, rotate or check",
        "secrets rotate --again --forget-old | Cannot rotate: expected --again or --forget-old",
        "secrets put a --purpose PASSWORD | PASSWORD",
        "keys api add a | --user=<login>",
        "keys api add a --user b --isp c | mutually exclusive",
        "keys api rotate abcdefgh --grace 7 | such as 7d, 12h or 30m, found \"7\"",
        "keys sftp add isp-0001 | --public-key-file"
      })
  void whatIsMissingOfAccessCommandsIsSaidBeforeAnythingStarts(String line, String sentence) {
    assertThat(execute(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(sentence);
  }

  @Test
  void aFolderIsValidatedInBanglaAndWhatCouldNotBeCheckedIsNamed(@TempDir Path folder)
      throws IOException {
    assertThat(execute("validate", folder.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("expected files in this folder, found none");
    Files.writeString(
        folder.resolve("isp-0001_subscribers_2026-01.csv"),
        "package_code,location,current_count,new_count,churned_count\nH20,3026,ten,1,0\n");
    Files.writeString(folder.resolve("notes.txt"), "notes");

    assertThat(execute("validate", "--lang", "bn", folder.toString())).isEqualTo(ExitCode.FOUND);

    assertThat(out.toString())
        .contains("1টি সারি পড়া হয়েছে, এর মধ্যে 1টিতে ভুল")
        .contains("সারি 2, কলাম current_count: সংখ্যা প্রয়োজন, পাওয়া গেছে \"ten\"")
        .contains("notes.txt: পড়া হয়নি।")
        .contains("শুধু ফাইল পাঠালে যাচাই হবে: ", "unknown_package");
  }

  @Test
  void whatIsFoundIsWrittenAsAPageAndAsTheRowsThatFail(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("isp-0001_subscribers_2026-01.csv"),
            "package_code;location;current_count;new_count;churned_count\nH20;3026;ten;=1;0\nH20;3026;7;1;0\n<b>;3026;7;1;0\n");
    Path html = folder.resolve("page.html");
    Path rows = folder.resolve("rows.csv");

    assertThat(
            execute(
                "validate",
                file.toString(),
                "--html",
                html.toString(),
                "--rejected",
                rows.toString()))
        .isEqualTo(ExitCode.FOUND);

    assertThat(out.toString())
        .contains(
            "isp-0001_subscribers_2026-01.csv: subscribers, 3 rows read, 1 of them bad, 2 notices.");
    assertThat(html)
        .content()
        .contains(
            "<header class=\"amber\">",
            "Read: 3; with errors: 1; notices: 2.",
            "পড়া হয়েছে ৩, এর মধ্যে ভুল ১, বার্তা ২।")
        .contains("<bdi>ten</bdi>", "<bdi>=1</bdi>", "শুধু ফাইল পাঠালে যাচাই হবে");
    assertThat(Files.readString(rows).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("\ufeffrow_number;package_code;location;")
        .endsWith(";error_code;error_column;error_found;error_expected;error_fix;error_fix_bn");
    assertThat(rows)
        .content()
        .contains("\r\n2;H20;3026;ten;'=1;0;")
        .contains("current_count | new_count;ten | =1;");

    assertThat(execute("validate", file.toString(), "--html", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("it is the file that is checked");
    Path link = Files.createLink(folder.resolve("link.csv"), file);
    assertThat(execute("validate", file.toString(), "--rejected", link.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("it is the file that is checked");
    Files.delete(link);
    assertThat(
            execute(
                "validate",
                file.toString(),
                "--rejected",
                html.toString(),
                "--html",
                html.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("name two");
    assertThat(execute("validate", folder.toString(), "--html", html.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("expected one file to check, found 3.");
    assertThat(execute("validate", "/dev/null")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("Cannot validate /dev/null: expected a file, found a pipe or a device.");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(execute()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith("Cannot tell what to do: expected a command, found none.");
  }

  @Test
  void anInstantWithoutOffsetIsRefusedBeforeAnythingStarts() {
    assertThat(execute("status", "--as-of", "2026-02-01T01:00")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "expected an instant with offset such as 2026-02-01T01:00+06:00, found"
                + " \"2026-02-01T01:00\"");
  }

  @Test
  void aPeriodOfTheWrongKindIsRefusedBeforeAnythingStarts() {
    assertThat(execute("run", "nightly", "--period", "2026-01")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith(
            "Cannot read the period: expected a day such as 2026-01-31, found \"2026-01\".");
    assertThat(execute("run", "judge-month", "--period", "2026-01-31")).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "run nightly --isp isp-0001, 'Cannot narrow nightly: expected --isp and --report with the job render only, found --isp isp-0001.'",
    "run judge-month --report r1, 'Cannot narrow judge-month: expected --isp and --report with the job render only, found --report R1.'",
    "run render --report R9, 'expected R1 (the nation), R2 (scorecards of ISPs) or R5 (filings and arrivals), found \"R9\". Correct --report.'",
    "run render --isp isp-0001 --report r1, 'Cannot draw R1 for one ISP: expected --isp with the scorecards (R2) only, found --isp isp-0001 with --report R1.'",
    "reports --report R9, 'expected R1 (the nation), R2 (scorecards of ISPs) or R5 (filings and arrivals), found \"R9\".'",
    "reports --period 2026-1, 'Cannot read the period: expected a month such as 2026-01, found \"2026-1\".'"
  })
  void anOptionThatWouldDoNothingIsRefusedBeforeAnythingStarts(String line, String sentence) {
    assertThat(execute(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({"judge-month, 2026-02", "render, 2026-02", "nightly, 2026-02-01"})
  void aPeriodThatHasNotBegunIsRefusedBeforeAnythingStarts(String job, String period) {
    int code = execute("run", job, "--period", period, "--as-of", "2026-01-31T23:59+06:00");

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith(
            "Cannot run %s: expected a period that began on 2026-01-31 (the clock's date in Dhaka) or earlier, found \"%s\"."
                .formatted(job, period));
  }

  @ParameterizedTest
  @CsvSource({"judge-month, 2026-02", "render, 2026-02", "nightly, 2026-02-01"})
  void aPeriodThatHasJustBegunIsNotRefused(String job, String period, @TempDir Path folder) {
    int code =
        execute(
            "run",
            job,
            "--period",
            period,
            "--as-of",
            "2026-02-01T00:00+06:00",
            "--config",
            folder.resolve("none.yml").toString());

    assertThat(code).as("only the settings stop it").isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("Cannot read the settings");
  }

  @Test
  void simulateWritesIntoTheDropAreaUnlessToldWhere(@TempDir Path folder) {
    String home = System.setProperty("fxbb.home", folder.toString());
    try {
      int code =
          execute(
              "simulate",
              "--isps",
              "2",
              "--pops",
              "2",
              "--days",
              "1",
              "--seed",
              "1",
              "--faults",
              "off");
      assertThat(code).isZero();
      assertThat(folder.resolve("var/drop/answer-key.json")).exists();
    } finally {
      if (home == null) {
        System.clearProperty("fxbb.home");
      } else {
        System.setProperty("fxbb.home", home);
      }
    }
  }

  @Test
  void simulateAddsDaysToItsNationAndRefusesAnother(@TempDir Path folder) {
    String[] nation = {"--isps", "2", "--pops", "2", "--days", "1", "--faults", "off", "--out"};
    assertThat(simulate(folder, nation, "--seed", "1", "--from", "2026-01-01")).isZero();
    assertThat(simulate(folder, nation, "--seed", "1", "--from", "2026-01-02")).isZero();

    int code = simulate(folder, nation, "--seed", "2", "--from", "2026-01-03");

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith("Cannot write the simulated files to " + folder + ": expected no nation or")
        .contains("found the one of seed 1, 2 ISPs, 2 PoPs");
  }

  private int simulate(Path folder, String[] nation, String... more) {
    List<String> arguments = new ArrayList<>(List.of("simulate"));
    arguments.addAll(List.of(nation));
    arguments.add(folder.toString());
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  @Test
  void anImpossibleNationIsRefusedInOneSentence(@TempDir Path folder) {
    int code = execute("simulate", "--isps", "0", "--out", folder.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith("Cannot simulate: expected isps between 1 and 9,999, found \"0\".");
  }

  @Test
  void brokenYamlIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path config =
        Files.writeString(folder.resolve("a.yml"), "fxbb:\n  var: [x\n  migrate: never\n");

    assertThat(execute("status", "--config", config.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith("Cannot read the settings: expected YAML in " + config + ", found in line 3 ")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aSettingOfTheWrongTypeIsNamedWithItsPlace(@TempDir Path folder) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("a.yml"), "fxbb:\n  var: %s\n  pool-size: many\n".formatted(folder));

    assertThat(execute("status", "--config", config.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith(
            "Cannot use the setting fxbb.pool-size (%s line 3): expected a whole number, found \"many\"."
                .formatted(config))
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aFailureThatComesBackIsNotAnsweredWithStartItAgain() {
    assertThat(RunCommand.describe(failed(new IllegalStateException("Cannot reach the disk."))))
        .isEqualTo(
            "render 2026-01: failed. Cannot reach the disk. Start it again and it goes on where it was; details are in the log.");
    for (Throwable failure :
        List.of(
            new IllegalArgumentException("Cannot draw it."),
            new IllegalStateException("step", new IllegalArgumentException("Cannot draw it.")),
            new IllegalStateException("Cannot release R1 of 2026-01: 1 sum does not add up."))) {
      assertThat(RunCommand.describe(failed(failure)))
          .endsWith(" It fails again until that is corrected; details are in the log.");
    }
  }

  private static RunOutcome failed(Throwable failure) {
    return new RunOutcome(
        "render",
        "2026-01",
        "1",
        RunOutcome.State.FAILED,
        Duration.ZERO,
        List.of(),
        List.of(failure));
  }

  @Test
  void aSettingsFileThatIsNotThereIsNamed(@TempDir Path folder) {
    int code = execute("status", "--config", folder.resolve("none.yml").toString());

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith("Cannot read the settings: expected a file at " + folder.resolve("none.yml"))
        .doesNotContain("\tat ");
  }
}
