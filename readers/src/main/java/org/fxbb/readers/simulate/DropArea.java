package org.fxbb.readers.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The folders that senders drop files into (spec 4.1). Each file gets the time at which it is meant
 * to have arrived.
 *
 * <p><b>Lifecycle</b>: thread-safe.
 */
final class DropArea {

  private final Path root;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lastArrival = new AtomicLong();

  DropArea(Path root) {
    this.root = root;
  }

  /** A registry file of the regulator. */
  void registry(String name, byte[] content, Instant arrival) throws IOException {
    write(root.resolve("manual/inbox").resolve(name), content, arrival);
  }

  /** A filing in the inbox of an ISP. */
  void filing(String ispCode, String name, byte[] content, Instant arrival) throws IOException {
    write(root.resolve("isps").resolve(ispCode).resolve("inbox").resolve(name), content, arrival);
  }

  /** A dump in the inbox of an agent. */
  void dump(UUID agent, String name, byte[] content, Instant arrival) throws IOException {
    Path inbox = root.resolve("agents").resolve(agent.toString()).resolve("inbox");
    write(inbox.resolve(name), content, arrival);
  }

  /** Files written so far. */
  long files() {
    return files.get();
  }

  /** Bytes written so far. */
  long bytes() {
    return bytes.get();
  }

  /** The latest arrival so far. */
  Instant lastArrival() {
    return Instant.ofEpochSecond(lastArrival.get());
  }

  private void write(Path file, byte[] content, Instant arrival) throws IOException {
    Path folder = file.getParent();
    if (folders.add(folder)) {
      Files.createDirectories(folder);
    }
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(arrival));
    files.incrementAndGet();
    bytes.addAndGet(content.length);
    lastArrival.accumulateAndGet(arrival.getEpochSecond(), Math::max);
  }
}
