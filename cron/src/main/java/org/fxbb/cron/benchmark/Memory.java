package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Peaks of memory: of this JVM's heap, and of processes as Linux tells them under /proc. */
final class Memory {

  /** Forgets the peaks so far, after a collection. */
  void reset() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      // 5 resets the peak resident size of the process; proc(5), clear_refs
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException e) {
      // Elsewhere than on Linux the peak is that of the whole life, or unknown.
      return;
    }
  }

  /** Sum of the peaks of the heap's pools since the last reset. */
  long heapPeak() {
    return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /** Peak resident size of this process. */
  long rssPeak() {
    return rssPeak("self");
  }

  /** Peak resident size of a process so far; 0 when it is gone or the machine does not tell. */
  static long rssPeak(String process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
