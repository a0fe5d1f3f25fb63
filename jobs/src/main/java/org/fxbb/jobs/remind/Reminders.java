package org.fxbb.jobs.remind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fxbb.jobs.arrivals.Arrivals;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.arrivals.FeedArrival.State;
import org.fxbb.jobs.arrivals.MonthArrivals;
import org.fxbb.jobs.mail.MailFailure;
import org.fxbb.jobs.mail.Mailer;
import org.fxbb.jobs.mail.Message;
import org.fxbb.jobs.remind.ReminderQueue.Due;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Period;
import org.fxbb.reports.pack.StagedFile;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reminds ISPs of mandatory feeds that are not in force: by mail to the technical contact, and by a
 * page in the outbox, which goes away when everything is filed.
 *
 * <p><b>Lifecycle</b>: {@link #plan} notes what is to go out, each message once, however often it
 * is called; {@link #deliver} sends what is due and may be called at any time, also by several
 * engines. A message is claimed before it is sent and noted after, so an engine that dies in
 * between repeats that one message. A mail server that does not answer ends the mails of this call,
 * not the call.
 *
 * <p><b>Source</b>: spec 7.1.
 */
@Component
public class Reminders {
  private static final String CONTACTS = SqlText.of(Reminders.class, "contacts");
  private static final String EMAIL = "EMAIL";

  private final NamedParameterJdbcTemplate jdbc;
  private final ReminderQueue queue;
  private final Arrivals arrivals;
  private final Mailer mailer;
  private final Path isps;
  private final Clock clock;

  Reminders(
      NamedParameterJdbcTemplate etl,
      Arrivals arrivals,
      Mailer mailer,
      Folders folders,
      Clock clock) {
    this.jdbc = etl;
    this.queue = new ReminderQueue(etl, clock);
    this.arrivals = arrivals;
    this.mailer = mailer;
    this.isps = folders.dropArea().resolve("isps");
    this.clock = clock;
  }

  /**
   * What {@link #plan} found.
   *
   * @param added messages that are new
   * @param withoutContact ISPs to be reminded that have no address
   * @param byMail whether there is a mail server
   */
  public record Plan(int added, List<String> withoutContact, boolean byMail) {}

  /** Notes what is to go out today about the month that is filed now. */
  public Plan plan() {
    MonthArrivals month = arrivals.of(arrivals.monthFiled());
    Map<String, List<FeedArrival>> open = open(month);
    removePagesOfComplete(month, open);
    Optional<String> key = key(month);
    if (key.isEmpty()) {
      return new Plan(0, List.of(), mailer.isConfigured());
    }
    Map<String, String> contacts = contacts();
    List<String> withoutContact = new ArrayList<>();
    int added = 0;
    for (Map.Entry<String, List<FeedArrival>> one : open.entrySet()) {
      String isp = one.getKey();
      String subject = text(month, isp, one.getValue()).subject();
      LocalDate period = month.month().first();
      added += queue.add(key.get() + isp, "OUTBOX", isp, period, subject);
      if (!contacts.containsKey(isp)) {
        withoutContact.add(isp);
      } else if (mailer.isConfigured()) {
        added += queue.add(key.get() + isp, EMAIL, isp, period, subject);
      }
    }
    return new Plan(added, withoutContact, mailer.isConfigured());
  }

  /**
   * Sends what is due.
   *
   * @return how many messages went out
   */
  public int deliver() {
    Map<LocalDate, MonthArrivals> months = new HashMap<>();
    Map<String, String> contacts = contacts();
    boolean mails = true;
    int sent = 0;
    for (Due due : queue.listDue()) {
      MonthArrivals month =
          months.computeIfAbsent(
              due.period(), first -> arrivals.of(Period.ofMonth(YearMonth.from(first))));
      List<FeedArrival> open = open(month).getOrDefault(due.isp(), List.of());
      String address = contacts.get(due.isp());
      if (open.isEmpty()) {
        queue.end(due, "NOT_NEEDED", "everything was filed in the meantime");
      } else if (key(month).filter(due.key()::startsWith).isEmpty()) {
        queue.end(due, "NOT_NEEDED", "its day has passed");
      } else if (due.means().equals(EMAIL) && address == null) {
        queue.end(due, "NOT_NEEDED", "the ISP has no address any more");
      } else if ((mails || !due.means().equals(EMAIL)) && queue.claim(due)) {
        Message message = text(month, due.isp(), open).message();
        try {
          if (due.means().equals(EMAIL) && address != null) {
            mailer.send(address, message);
          } else {
            writePage(month, due.isp(), message);
          }
          queue.end(due, "SENT", null);
          sent++;
        } catch (MailFailure e) {
          mails = mails && !e.isOfServer();
          queue.failed(due, String.valueOf(e.getMessage()));
        } catch (IOException e) {
          queue.failed(due, "the outbox cannot be written: " + e.getMessage());
        }
      }
    }
    return sent;
  }

  /** The beginning of the keys of today's messages about a month; none on other days. */
  private Optional<String> key(MonthArrivals month) {
    return Stage.of(Period.today(clock), month.lastDay())
        .map(stage -> "reminder/%s/%s/%s/".formatted(month.month(), month.lastDay(), stage));
  }

  /** Owed and not in force, nor waiting for something, by ISP. */
  private static Map<String, List<FeedArrival>> open(MonthArrivals month) {
    return month.feeds().stream()
        .filter(FeedArrival::mandatory)
        .filter(feed -> !feed.state().isInForce() && feed.state() != State.WAITING)
        .collect(Collectors.groupingBy(FeedArrival::isp, TreeMap::new, Collectors.toList()));
  }

  private ReminderText text(MonthArrivals month, String isp, List<FeedArrival> open) {
    return new ReminderText(
        isp,
        month.month().month(),
        month.lastDay(),
        Period.today(clock),
        month.downDays().size(),
        open);
  }

  private Map<String, String> contacts() {
    Map<String, String> contacts = new HashMap<>();
    jdbc.query(
        CONTACTS,
        row -> {
          contacts.put(row.getString("isp"), row.getString("email").strip());
        });
    return contacts;
  }

  private Path page(MonthArrivals month, String isp) {
    return isps.resolve(isp).resolve("outbox").resolve("reminder-" + month.month() + ".html");
  }

  private void writePage(MonthArrivals month, String isp, Message message) throws IOException {
    StagedFile.write(
        page(month, isp), out -> out.write(message.html().getBytes(StandardCharsets.UTF_8)));
  }

  private void removePagesOfComplete(MonthArrivals month, Map<String, ?> open) {
    TreeSet<String> complete =
        month.feeds().stream()
            .map(FeedArrival::isp)
            .filter(isp -> !open.containsKey(isp))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String isp : complete) {
      try {
        Files.deleteIfExists(page(month, isp));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + page(month, isp) + ".", e);
      }
    }
  }
}
