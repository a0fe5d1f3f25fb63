package org.fxbb.cron.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.validate.CheckPage;
import org.fxbb.cron.validate.CheckedRows;
import org.fxbb.cron.validate.FileCheck;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb validate <file>}: the checks of files, without a database. */
@Command(
    name = "validate",
    description =
        "Check files, or all files of a folder, as the engine would, without a database: name, dialect, every row. What needs the register or other files is checked at intake only; the answer names these checks. Exit code 3 when something was found.")
final class ValidateCommand implements Callable<Integer> {

  /** In which language findings are told. */
  enum Language {
    /** English. */
    EN,
    /** Bangla. */
    BN
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Parameters(
      arity = "1..*",
      paramLabel = "<file>",
      description = "The files to check; a folder stands for the files in it.")
  private List<Path> files = List.of();

  @Option(
      names = "--lang",
      paramLabel = "en|bn",
      description = "Language of the findings: en (default) or bn.")
  private Language language = Language.EN;

  @Option(
      names = "--html",
      paramLabel = "<file>",
      description = "Also write what was found as a page, in Bangla and English; takes one file.")
  private @Nullable Path html;

  @Option(
      names = "--rejected",
      paramLabel = "<file>",
      description =
          "Also write the rows that would not be loaded, with what is wrong, as a CSV file; takes one CSV file. Not written where no row fails.")
  private @Nullable Path rejected;

  @Override
  public Integer call() {
    List<Path> all = files.stream().flatMap(file -> expand(file).stream()).toList();
    requireOne("--html", html, all);
    requireOne("--rejected", rejected, all);
    if (html != null && rejected != null && isSame(html, rejected)) {
      throw new EngineFailure(
          "Cannot write --html and --rejected to one file, %s: name two.".formatted(html));
    }
    List<FileCheck> checks = all.stream().map(FileCheck::of).toList();
    if (html != null) {
      CheckPage.write(checks.get(0), all.get(0), html);
    }
    if (rejected != null && checks.get(0).bad() > 0) {
      CheckedRows.write(checks.get(0), all.get(0), rejected);
    }
    fxbb.output()
        .print(
            Map.of("files", checks.stream().map(ValidateCommand::document).toList()),
            writer -> checks.forEach(check -> print(writer, check)));
    return checks.stream().anyMatch(FileCheck::foundSomething) ? ExitCode.FOUND : ExitCode.DONE;
  }

  /** A page or a list is of one file, and not written over it. */
  private static void requireOne(String option, @Nullable Path target, List<Path> all) {
    if (target == null) {
      return;
    }
    if (all.size() != 1) {
      throw new EngineFailure(
          "Cannot write %s %s: expected one file to check, found %d."
              .formatted(option, target, all.size()));
    }
    if (isSame(target, all.get(0))) {
      throw new EngineFailure(
          "Cannot write %s %s: it is the file that is checked; name another one."
              .formatted(option, target));
    }
  }

  /** Whether two paths lead to one file, by a link too. */
  private static boolean isSame(Path one, Path other) {
    if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
      return true;
    }
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot compare %s with %s: \"%s\".".formatted(one, other, e.getMessage()), e);
    }
  }

  private static List<Path> expand(Path file) {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.list(file)) {
      List<Path> inside =
          files
              .filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
              .filter(one -> !String.valueOf(one.getFileName()).startsWith("."))
              .sorted()
              .toList();
      if (inside.isEmpty()) {
        throw new EngineFailure(
            "Cannot validate %s: expected files in this folder, found none.".formatted(file));
      }
      return inside;
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot validate %s: expected a folder that can be listed, found \"%s\"."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private String say(String english, String bangla) {
    return language == Language.EN ? english : bangla;
  }

  private void print(PrintWriter writer, FileCheck check) {
    String what = check.what();
    if (what == null) {
      writer.printf(say("%s: not read.%n", "%s: পড়া হয়নি।%n"), check.fileName());
    } else {
      boolean lines = what.endsWith("dump");
      writer.printf(
          say(
              "%s: %s, %,d %s read, %,d of them bad, %,d %s.%n",
              "%s: %s, %,dটি %s পড়া হয়েছে, এর মধ্যে %,dটিতে ভুল, %,dটি বার্তা।%n"),
          check.fileName(),
          what,
          check.read(),
          plural(check.read(), lines ? say("line", "লাইন") : say("row", "সারি")),
          check.bad(),
          check.allNotices(),
          plural(check.allNotices(), say("notice", "")));
    }
    for (Notice notice : check.notices()) {
      writer.printf(
          "  %s %s: %s%n",
          notice.severity(), notice.code(), say(notice.message(), notice.messageBn()));
      writer.printf("    %s%n", say(notice.fix(), notice.fixBn()));
    }
    if (check.allNotices() > check.notices().size()) {
      writer.printf(
          say("  %,d more not shown.%n", "  আরও %,dটি বার্তা দেখানো হয়নি।%n"),
          check.allNotices() - check.notices().size());
    }
    wrapped(
        writer,
        say("Checked: ", "যাচাই হয়েছে: "),
        language == Language.EN ? check.coverage().ran() : check.coverage().ranBn());
    if (!check.coverage().notRun().isEmpty()) {
      wrapped(
          writer,
          say("Checked only when the file is sent: ", "শুধু ফাইল পাঠালে যাচাই হবে: "),
          check.coverage().notRun());
    }
  }

  /** A list in lines of at most 100 columns. */
  private static void wrapped(PrintWriter writer, String heading, List<String> items) {
    List<String> rest = new ArrayList<>(items);
    StringBuilder line = new StringBuilder("  ").append(heading).append(rest.remove(0));
    for (String item : rest) {
      line.append(',');
      if (line.length() + item.length() > 97) {
        writer.println(line);
        line = new StringBuilder("   ");
      }
      line.append(' ').append(item);
    }
    writer.println(line.append('.'));
  }

  private String plural(long number, String word) {
    return language == Language.EN && number != 1 ? word + "s" : word;
  }

  private static Map<String, Object> document(FileCheck check) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", check.fileName());
    document.put("feed", check.what());
    document.put("read", check.read());
    document.put("bad", check.bad());
    document.put("checks_run", check.coverage().ran());
    document.put("rules_not_run", check.coverage().notRun());
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
    document.put("fix_bn", notice.fixBn());
    return document;
  }
}
