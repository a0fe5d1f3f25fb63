package org.fxbb.cron.benchmark;

import java.util.ArrayList;
import java.util.List;

/** {@code psql \copy}: the fastest load that PostgreSQL brings itself. */
final class PsqlLoader {

  private PsqlLoader() {}

  /** Loads file after file in one session, as everybody does. */
  static long load(RivalTask task) {
    return load(task, List.of(task.files()));
  }

  /** Loads the halves of each file in two sessions side by side, as somebody in a hurry does. */
  static long loadTwoSessions(RivalTask halved) {
    List<RowsFile> files = halved.files();
    int middle = files.size() / 2;
    return load(halved, List.of(files.subList(0, middle), files.subList(middle, files.size())));
  }

  private static long load(RivalTask task, List<List<RowsFile>> sessions) {
    return RivalProcess.run(
        sessions.stream().map(PsqlLoader::command).toList(),
        task.server().environment(RivalTask.DATABASE),
        task.files().get(0).path());
  }

  private static List<String> command(List<RowsFile> files) {
    List<String> command =
        new ArrayList<>(List.of("psql", "-X", "-q", "-w", "-v", "ON_ERROR_STOP=1"));
    for (RowsFile file : files) {
      command.add("-c");
      command.add(
          "\\copy %s (%s) FROM '%s' (FORMAT csv, HEADER)"
              .formatted(
                  file.table(), String.join(", ", TableColumn.names(file.columns())), file.path()));
    }
    return command;
  }
}
