package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.fxbb.cron.Fxbb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        "reports"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(execute(command, "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Usage: fxbb " + command).contains("--as-of", "--json");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUsage() {
    assertThat(execute("jugde")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("jugde").contains("See: fxbb --help");
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

  @Test
  void anImpossibleNationIsRefusedInOneSentence(@TempDir Path folder) {
    int code = execute("simulate", "--isps", "0", "--out", folder.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith("Cannot simulate: expected isps between 1 and 9,999, found \"0\".");
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
