package org.fxbb.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * <p><b>Units</b>: a file weighs its bytes, a compressed one twenty times as much, for that is what
 * a table of numbers unpacks to. A hostile one unpacks to a hundred times as much at most, which
 * bounds what a sender of little can cost.
 *
 * <p><b>Source</b>: spec 7.1, queue fairly per sender.
 *
 * @param heavy bytes queued by one sender from which on it waits for the others
 * @param budget bytes of heavy senders after which a cycle begins no more of their files
 */
record FilingTurns(long heavy, long budget) {
  /** 32 MB of a sender, 256 MB of a cycle. */
  static final FilingTurns DEFAULT = new FilingTurns(32L << 20, 256L << 20);

  private static final int UNPACKED = 20;

  /** The files of senders of little, as they were queued. */
  List<ReceivedFile> light(List<ReceivedFile> queue) {
    Map<String, Long> weights = weights(queue);
    return queue.stream().filter(file -> weights.getOrDefault(file.sender(), 0L) <= heavy).toList();
  }

  /** The files of heavy senders that this cycle begins, in turns. */
  List<ReceivedFile> heavy(List<ReceivedFile> queue) {
    Map<String, Long> weights = weights(queue);
    Map<String, List<ReceivedFile>> senders =
        queue.stream()
            .filter(file -> weights.getOrDefault(file.sender(), 0L) > heavy)
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

  private static Map<String, Long> weights(List<ReceivedFile> queue) {
    return queue.stream()
        .collect(
            Collectors.groupingBy(
                ReceivedFile::sender, Collectors.summingLong(FilingTurns::weight)));
  }

  private static long weight(ReceivedFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz") || name.endsWith(".zip");
    return packed ? file.bytes() * UNPACKED : file.bytes();
  }
}
