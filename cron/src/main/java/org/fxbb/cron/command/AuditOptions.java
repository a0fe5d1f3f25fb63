package org.fxbb.cron.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.doctor.AuditCheck;
import org.fxbb.cron.doctor.BrokenSeal;
import org.fxbb.cron.doctor.PrintedSeal;
import org.fxbb.cron.doctor.PrintedSeal.State;
import org.fxbb.cron.doctor.PrintedSeals;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code fxbb doctor --audit}: whether the audit log is what was sealed and printed. */
final class AuditOptions {

  @Option(
      names = "--audit",
      description =
          "Check the audit log: every row against its seal, every seal against the one before, and the seals printed in packs against those in the database. Names the first broken seal; ends with 3 when something does not hold.")
  private boolean audit;

  @Option(
      names = "--seal",
      paramLabel = "<number>:<sha256>",
      arity = "1",
      converter = SealConverter.class,
      description =
          "With --audit: also ask for this seal, as a pack prints it. May be given several times.")
  private @Nullable List<PrintedSeal> seals;

  /** Whether the audit log is to be checked. */
  boolean wanted() {
    return audit || seals != null;
  }

  /** Checks, prints, and returns the exit code. */
  int check(Engine engine, Output output) {
    DataSource etl = engine.get("etlDataSource", DataSource.class);
    Path packs = engine.get(Folders.class).output();
    List<PrintedSeal> printed = new ArrayList<>(new PrintedSeals(etl, packs).list());
    if (seals != null) {
      printed.addAll(seals);
    }
    AuditCheck.Result result =
        new AuditCheck(etl, engine.get(Folders.class).archive())
            .check(printed, engine.get(Progress.class));
    output.print(document(result), writer -> text(result).forEach(writer::println));
    return result.holds() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private static Map<String, Object> document(AuditCheck.Result result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("holds", result.holds());
    document.put("seals", result.seals());
    document.put("rows", result.rows());
    document.put("unsealed_rows", result.unsealedRows());
    document.put("archived_seals", result.archivedSeals());
    document.put("unchecked_seals", result.uncheckedSeals());
    document.put("unreadable_archives", result.unreadable());
    document.put("broken_seals", result.brokenSeals());
    result
        .newest()
        .ifPresent(
            seal ->
                document.put(
                    "newest",
                    Map.of(
                        "number", seal.number(),
                        "sha256", seal.sha256(),
                        "sealed_at", seal.where())));
    result.firstBroken().ifPresent(seal -> document.put("first_broken", document(seal)));
    document.put(
        "printed",
        result.printed().stream()
            .map(
                seal ->
                    Map.of(
                        "number", seal.printed().number(),
                        "sha256", seal.printed().sha256(),
                        "where", seal.printed().where(),
                        "state", seal.state().name()))
            .toList());
    return document;
  }

  private static Map<String, Object> document(BrokenSeal seal) {
    return Map.of(
        "seal", seal.seal(),
        "from_seq", seal.fromSeq(),
        "to_seq", seal.toSeq(),
        "kind", seal.kind().name(),
        "expected", seal.expected(),
        "found", seal.found());
  }

  private static List<String> text(AuditCheck.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Audit log: %s over %s, %s newer than the newest seal."
            .formatted(
                many(result.seals(), "seal"),
                many(result.rows(), "row"),
                many(result.unsealedRows(), "row")));
    result.newest().ifPresent(seal -> lines.add("Newest seal: " + seal + ", of " + seal.where()));
    if (result.archivedSeals() > 0) {
      lines.add(
          "Of these %s have rows in archived months, which were read from the archives."
              .formatted(many(result.archivedSeals(), "seal")));
    }
    if (!result.unreadable().isEmpty()) {
      lines.add(
          "Not checked: %s whose rows should be in archives that cannot be used. Put each file back from a copy and check again; without it nobody can tell whether its rows are as they were."
              .formatted(many(result.uncheckedSeals(), "seal")));
      result.unreadable().forEach(sentence -> lines.add("  " + sentence));
    }
    result
        .firstBroken()
        .ifPresent(
            seal -> lines.add("First of " + many(result.brokenSeals(), "broken seal") + ":"));
    result.firstBroken().ifPresent(seal -> lines.add("  " + seal.sentence()));
    long found = result.printed().stream().filter(seal -> seal.state() == State.FOUND).count();
    lines.add(
        "Printed in packs or given: %s, of which %d as printed."
            .formatted(many(result.printed().size(), "seal"), found));
    result.printed().stream()
        .filter(seal -> seal.state() != State.FOUND)
        .forEach(seal -> lines.add("  " + seal.sentence()));
    boolean allFound = found == result.printed().size();
    lines.add(
        result.holds()
            ? "Everything that was sealed is still as it was."
            : result.brokenSeals() == 0 && allFound
                ? "What could be checked is as it was sealed."
                : "Keep the database as it is and compare it with a backup: the log or its seals were changed after sealing.");
    return lines;
  }

  private static String many(long count, String what) {
    return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }

  /** Reads a seal as packs print it. */
  static final class SealConverter implements ITypeConverter<PrintedSeal> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");

    @Override
    public PrintedSeal convert(String value) {
      Matcher seal = FORM.matcher(value.strip());
      if (!seal.matches()) {
        throw new TypeConversionException(
            "expected a seal as a pack prints it, <number>:<64 hexadecimal digits>, found \"%s\""
                .formatted(value));
      }
      return new PrintedSeal(
          Long.parseLong(seal.group(1)),
          seal.group(2).toLowerCase(Locale.ROOT),
          "the command line");
    }
  }
}
