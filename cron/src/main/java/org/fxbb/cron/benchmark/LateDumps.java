package org.fxbb.cron.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Dumps in two parts: those that came in time and those that came late.
 *
 * @param inTime files, named as dumps are
 * @param late files, named as dumps are
 */
record LateDumps(List<Path> inTime, List<Path> late) {
  private static final int SUBMISSIONS_A_DAY = 96;
  private static final int PERCENT = 100;

  /** One agent in a hundred of each kind, at least one, has delivered nothing so far. */
  static LateDumps ofFewAgents(List<Path> dumps) {
    Set<String> silent = new LinkedHashSet<>();
    for (String kind : List.of("qos_", "snmp_")) {
      List<String> agents =
          dumps.stream()
              .filter(dump -> name(dump).startsWith(kind))
              .map(Nation::agentOf)
              .distinct()
              .toList();
      silent.addAll(agents.subList(0, -Math.floorDiv(-agents.size(), PERCENT)));
    }
    return new LateDumps(
        dumps.stream().filter(dump -> !silent.contains(Nation.agentOf(dump))).toList(),
        dumps.stream().filter(dump -> silent.contains(Nation.agentOf(dump))).toList());
  }

  /**
   * About as many submissions, but one of each agent and day.
   *
   * @param folder where the files of both parts are written
   */
  static LateDumps scattered(List<Path> dumps, Path folder) {
    List<Path> inTime = new ArrayList<>();
    List<Path> late = new ArrayList<>();
    try {
      Path kept = Files.createDirectories(folder.resolve("in-time"));
      Path held = Files.createDirectories(folder.resolve("late"));
      for (Path dump : dumps) {
        Path rest = kept.resolve(name(dump));
        Path one = held.resolve(secondLater(name(dump)));
        split(dump, Math.floorMod(name(dump).hashCode(), SUBMISSIONS_A_DAY), rest, one);
        inTime.add(rest);
        late.add(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LateDumps(inTime, late);
  }

  private static void split(Path dump, int held, Path rest, Path one) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8));
        BufferedWriter inTime = gzip(rest);
        BufferedWriter late = gzip(one)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        BufferedWriter writer = number++ == held ? late : inTime;
        writer.write(line);
        writer.write('\n');
      }
    }
  }

  private static BufferedWriter gzip(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
  }

  /** Another name of the same agent and day. */
  private static String secondLater(String name) {
    int last = name.indexOf("Z.ndjson") - 1;
    char digit = name.charAt(last);
    return name.substring(0, last)
        + (digit == '9' ? '0' : (char) (digit + 1))
        + name.substring(last + 1);
  }

  private static String name(Path dump) {
    return dump.getFileName().toString();
  }
}
