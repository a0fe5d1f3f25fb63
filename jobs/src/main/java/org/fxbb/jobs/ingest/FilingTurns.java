package org.fxbb.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.fxbb.writers.file.ReceivedFile;

/**
 * Who is served when: senders of little first, and in the order of arrival; then, once those have
 * their answers, senders of much, in turns and only so much of it in one cycle.
 *
 * <p><b>Shape</b>: a sender is a heavy one while all that it has queued weighs more than the limit,
 * so that its files stay together and its packages come before what refers to them. In a turn each
 * heavy sender has one file, packages before others, the longest waiting sender first; what does
 * not fit into the cycle stays queued.
 *
 * <p><b>Units</b>: a file weighs its bytes, a gzip twenty times as much, for that is what a table
 * of numbers unpacks to (a hostile one unpacks to a hundred times as much at most, which bounds
 * what a sender of little can cost), and a zip what it says that its members have, of which it
 * gives no more.
 *
 * <p><b>Source</b>: spec 7.1, queue fairly per sender.
 *
 * @param heavy bytes queued by one sender from which on it waits for the others
 * @param budget bytes of heavy senders after which a cycle begins no more of their files
 * @param unpacked how many bytes a zip unpacks to
 */
record FilingTurns(long heavy, long budget, ToLongFunction<ReceivedFile> unpacked) {
  private static final int GUNZIPPED = 20;

  /** 32 MB of a sender, 256 MB of a cycle. */
  static FilingTurns of(ToLongFunction<ReceivedFile> unpacked) {
    return new FilingTurns(32L << 20, 256L << 20, unpacked);
  }

  /** The files of senders of little, as they were queued. */
  List<ReceivedFile> light(List<ReceivedFile> queue) {
    Set<String> waiting = heavySenders(queue);
    return queue.stream().filter(file -> !waiting.contains(file.sender())).toList();
  }

  /** The files of heavy senders that this cycle begins, in turns. */
  List<ReceivedFile> heavy(List<ReceivedFile> queue) {
    Set<String> waiting = heavySenders(queue);
    Map<String, List<ReceivedFile>> senders =
        queue.stream()
            .filter(file -> waiting.contains(file.sender()))
            .sorted(Comparator.comparing(ReceivedFile::receivedAt))
            .collect(
                Collectors.groupingBy(
                    ReceivedFile::sender, LinkedHashMap::new, Collectors.toList()));
    senders.values().forEach(files -> files.sort(Comparator.comparing(f -> !isPackages(f))));
    List<ReceivedFile> turns = new ArrayList<>();
    long begun = 0;
    for (int turn = 0; !senders.isEmpty(); turn++) {
      int place = turn;
      senders.values().removeIf(files -> files.size() <= place);
      for (List<ReceivedFile> files : senders.values()) {
        if (begun >= budget) {
          return turns;
        }
        turns.add(files.get(turn));
        begun += weight(files.get(turn));
      }
    }
    return turns;
  }

  /** Whether others refer to what this file brings. */
  static boolean isPackages(ReceivedFile file) {
    return "packages".equals(file.feed());
  }

  /**
   * A sender whose bytes as delivered are too many already has none of its zips opened for this.
   */
  private Set<String> heavySenders(List<ReceivedFile> queue) {
    return queue.stream().collect(Collectors.groupingBy(ReceivedFile::sender)).entrySet().stream()
        .filter(
            sender ->
                sum(sender.getValue(), ReceivedFile::bytes) > heavy
                    || sum(sender.getValue(), this::weight) > heavy)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static long sum(List<ReceivedFile> files, ToLongFunction<ReceivedFile> weight) {
    long sum = 0;
    for (ReceivedFile file : files) {
      sum += Math.min(weight.applyAsLong(file), Integer.MAX_VALUE);
    }
    return sum;
  }

  private long weight(ReceivedFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return unpacked.applyAsLong(file);
    }
    return name.endsWith(".gz") ? file.bytes() * GUNZIPPED : file.bytes();
  }
}
