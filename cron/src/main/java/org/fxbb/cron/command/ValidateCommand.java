package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.validate.FileCheck;
import org.fxbb.readers.notice.Notice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb validate <file>}: the checks of files, without a database. */
@Command(
    name = "validate",
    description =
        "Check files as the engine would, without a database: name, dialect, every row. What needs the registry or other files is checked at intake only. Exit code 3 when something was found.")
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Parameters(arity = "1..*", paramLabel = "<file>", description = "The files to check.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    List<FileCheck> checks = files.stream().map(FileCheck::of).toList();
    fxbb.output()
        .print(
            Map.of("files", checks.stream().map(ValidateCommand::document).toList()),
            writer -> checks.forEach(check -> print(writer, check)));
    return checks.stream().anyMatch(FileCheck::foundSomething) ? ExitCode.FOUND : ExitCode.DONE;
  }

  private static void print(PrintWriter writer, FileCheck check) {
    if (check.what() == null) {
      writer.printf("%s: not read.%n", check.fileName());
    } else {
      writer.printf(
          "%s: %s, %,d %s read, %,d of them bad, %,d notices.%n",
          check.fileName(),
          check.what(),
          check.read(),
          check.what().endsWith("dump") ? "lines" : "rows",
          check.bad(),
          check.allNotices());
    }
    for (Notice notice : check.notices()) {
      writer.printf("  %s %s: %s%n", notice.severity(), notice.code(), notice.message());
      writer.printf("    %s%n", notice.fix());
    }
    if (check.allNotices() > check.notices().size()) {
      writer.printf(
          "  %,d more notices are not shown.%n", check.allNotices() - check.notices().size());
    }
  }

  private static Map<String, Object> document(FileCheck check) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", check.fileName());
    document.put("feed", check.what());
    document.put("read", check.read());
    document.put("bad", check.bad());
    document.put("notices_found", check.allNotices());
    document.put("notices", check.notices().stream().map(ValidateCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(Notice notice) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("code", notice.code());
    document.put("severity", notice.severity().name());
    document.put("row", notice.rowNumber());
    document.put("column", notice.columnName());
    document.put("found", notice.found());
    document.put("expected", notice.expected());
    document.put("message", notice.message());
    document.put("message_bn", notice.messageBn());
    document.put("fix", notice.fix());
    return document;
  }
}
