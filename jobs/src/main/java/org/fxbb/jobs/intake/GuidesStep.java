package org.fxbb.jobs.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.FilingCalendar;
import org.fxbb.jobs.ingest.IntakePolicy;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.guide.Guide;
import org.fxbb.writers.load.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The step {@code publish-guides}: puts the clerk's guide, and schema, template and example of each
 * feed, into {@code outbox/guide/} of every ISP, and those of the registry lists into that of
 * {@code manual}.
 *
 * <p><b>Lifecycle</b>: repeatable; a file is written only where it is missing or says something
 * else, each whole or not at all. Files of feeds that are no more stay. An outbox that cannot be
 * written to holds nobody up, and is told by the answers that miss it.
 *
 * <p><b>Source</b>: spec 4.4; issue "the filing desk", self-describing feeds.
 */
final class GuidesStep {
  private static final Logger LOG = LoggerFactory.getLogger(GuidesStep.class);

  private final DataSource etl;
  private final Path root;
  private final DropArea dropArea;
  private final Clock clock;
  private final Guide filings = Guide.ofFilings();
  private final Guide registry = Guide.ofRegistry();

  /** What the guides that this process found complete were made from, by sender. */
  private final Map<String, Guide.Facts> published = new HashMap<>();

  GuidesStep(DataSource etl, Path dropArea, Clock clock) {
    this.etl = etl;
    this.root = dropArea;
    this.dropArea = new DropArea(dropArea);
    this.clock = clock;
  }

  /** Publishes what is missing and returns how many senders got something. */
  int publish() throws IOException {
    List<Inbox> inboxes =
        dropArea.listInboxes().stream()
            .filter(inbox -> inbox.kind().equals("FILING") || inbox.kind().equals("MANUAL"))
            .toList();
    if (inboxes.isEmpty()) {
      return 0;
    }
    IntakePolicy policy = IntakePolicy.read(etl, clock);
    int dueDay = policy.number("filing.due-day").intValue();
    int correctionDays = policy.number("filing.correction-days").intValue();
    YearMonth month = YearMonth.from(clock.instant().atZone(Period.DHAKA)).minusMonths(1);
    Guide.Due due = new Guide.Due(month, FilingCalendar.of(policy).lastDay(month.atDay(1)));
    Map<String, List<String>> pops = listPops();
    int written = 0;
    for (Inbox inbox : inboxes) {
      boolean isManual = inbox.kind().equals("MANUAL");
      Path sender =
          isManual ? root.resolve("manual") : root.resolve("isps").resolve(inbox.sender());
      Path folder = sender.resolve("outbox").resolve("guide");
      Guide.Facts facts =
          new Guide.Facts(
              inbox.sender(),
              dueDay,
              correctionDays,
              isManual ? null : due,
              pops.getOrDefault(inbox.sender().toLowerCase(Locale.ROOT), List.of()));
      if (!facts.equals(published.get(inbox.sender()))
          || !Files.exists(folder.resolve(Guide.PAGE))) {
        written += publish(isManual ? registry : filings, folder, facts) ? 1 : 0;
      }
    }
    return written;
  }

  /** Codes of registered PoPs by ISP. */
  private Map<String, List<String>> listPops() {
    Map<String, List<String>> codes = new HashMap<>();
    new JdbcTemplate(etl)
        .query(
            SqlText.of(GuidesStep.class, "popCodes"),
            row -> {
              codes
                  .computeIfAbsent(row.getString("isp_code"), isp -> new ArrayList<>())
                  .add(row.getString("pop_code"));
            });
    return codes;
  }

  private boolean publish(Guide guide, Path folder, Guide.Facts facts) {
    boolean written = false;
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : guide.listFiles().entrySet()) {
        written |= write(folder, file.getKey(), file.getValue());
      }
      written |= write(folder, Guide.PAGE, guide.page(facts));
      published.put(facts.sender(), facts);
    } catch (IOException e) {
      LOG.warn(
          "Cannot write the guide into {}: {}. It is tried again in the next cycle; make the folder writable.",
          folder,
          e.toString());
    }
    return written;
  }

  private static boolean write(Path folder, String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Path target = folder.resolve(name);
    if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(target), content)) {
      return false;
    }
    Path staged = Files.write(folder.resolve("." + name + ".tmp"), content);
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }
}
