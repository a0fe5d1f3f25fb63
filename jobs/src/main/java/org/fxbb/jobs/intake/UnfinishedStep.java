package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.IntakePolicy;
import org.fxbb.jobs.intake.UnfinishedUploads.Unfinished;
import org.fxbb.jobs.run.Period;
import org.fxbb.reports.pack.StagedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step {@code tell-unfinished}: {@code unfinished-uploads.txt} in the outbox of each sender
 * whose upload has stood still for long, until it is finished or gone.
 *
 * <p><b>Lifecycle</b>: repeatable. How long a file has stood still goes by the real time of the
 * machine, because it is about the file system.
 *
 * <p><b>Source</b>: spec 4.1 and 7.4; policy value {@code intake.unfinished-hours}.
 */
final class UnfinishedStep {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedStep.class);
  private static final String NOTE = "unfinished-uploads.txt";
  private static final int MOST_TOLD = 50;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Period.DHAKA);

  private final DataSource etl;
  private final Path root;
  private final Clock clock;

  UnfinishedStep(DataSource etl, Path dropArea, Clock clock) {
    this.etl = etl;
    this.root = dropArea;
    this.clock = clock;
  }

  void tell() throws IOException {
    long hours = IntakePolicy.read(etl, clock).number("intake.unfinished-hours").longValue();
    Instant since = Instant.now(Clock.systemUTC()).minus(Duration.ofHours(hours));
    Map<Path, List<Unfinished>> bySender =
        UnfinishedUploads.find(root, since).stream()
            .collect(Collectors.groupingBy(this::outbox, TreeMap::new, Collectors.toList()));
    for (Inbox inbox : new DropArea(root).listInboxes()) {
      Path note = inbox.folder().resolveSibling("outbox").resolve(NOTE);
      List<Unfinished> uploads = bySender.get(note.resolveSibling(""));
      try {
        if (uploads == null) {
          Files.deleteIfExists(note);
        } else if (Files.isDirectory(note.resolveSibling(""))) {
          write(note, text(hours, uploads));
        }
      } catch (IOException e) {
        LOG.warn("Cannot write {}: {}. It is tried again in the next cycle.", note, e.toString());
      }
    }
  }

  private Path outbox(Unfinished upload) {
    return new DropArea(root)
        .inbox(upload.inbox(), upload.sender())
        .resolveSibling("outbox")
        .resolve("");
  }

  private static void write(Path note, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    if (!Files.isRegularFile(note) || !Arrays.equals(Files.readAllBytes(note), content)) {
      StagedFile.write(note, out -> out.write(content));
    }
  }

  private static String text(long hours, List<Unfinished> uploads) {
    StringBuilder text = new StringBuilder("\ufeff");
    text.append(
        """
        অসম্পূর্ণ আপলোড / Unfinished uploads

        নিচের ফাইলগুলোর আপলোড শেষ হয়নি, এবং %1$d ঘণ্টার বেশি সময় ধরে এগুলোতে নতুন কিছু আসেনি। আপলোড শেষ না হওয়া পর্যন্ত কোনো ফাইল পড়া হয় না।
        আপলোডটি যেখানে থেমেছে সেখান থেকে আবার চালান (sftp-এ reput, WinSCP ও FileZilla-য় resume), অথবা ফাইলটি আবার পাঠান। নামের শেষে .part, .tmp বা .filepart থাকলে ফাইলটি সম্পূর্ণ হওয়ার পর সেটুকু বাদ দিয়ে নাম বদলান। ফাইলটি দরকার না হলে মুছে ফেলুন।

        The upload of these files has not ended, and nothing more of them has come for over %1$d hours. No file is read before its upload has ended.
        Go on where it stopped (reput in sftp, resume in WinSCP and FileZilla), or send the file again. Where a name ends with .part, .tmp or .filepart, rename the file without that once it is whole. Remove what you do not need.

        """
            .formatted(hours));
    for (Unfinished upload : uploads.subList(0, Math.min(MOST_TOLD, uploads.size()))) {
      text.append(
          "%s  %,d bytes  %s\n"
              .formatted(upload.file(), upload.bytes(), TIME.format(upload.touched())));
    }
    if (uploads.size() > MOST_TOLD) {
      text.append("... + %,d\n".formatted(uploads.size() - MOST_TOLD));
    }
    return text.toString().replace("\n", "\r\n");
  }
}
