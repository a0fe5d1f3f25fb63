package org.fxbb.jobs.remind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * page in the outbox, which goes away when everything is filed, or 90 days after the last day.
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

  /** As long as answers stay in {@code outbox/history}. */
  private static final long MOST_DAYS_SHOWN = 90;

  private final NamedParameterJdbcTemplate jdbc;
  private final ReminderQueue queue;
  private final Arrivals arrivals;
  private final Mailer mailer;
  private final ReminderPages pages;
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
    this.pages = new ReminderPages(folders.dropArea().resolve("isps"));
    this.clock = clock;
  }

  /** Notes what is to go out today about the month that is filed now. */
  public Plan plan() {
    MonthArrivals month = arrivals.of(arrivals.monthFiled());
    Map<String, List<FeedArrival>> open = open(month);
    removePages();
    Optional<String> key = key(month);
    Map<String, String> contacts = contacts();
    List<String> withoutContact = new ArrayList<>();
    int added = 0;
    for (Map.Entry<String, List<FeedArrival>> one : open.entrySet()) {
      String isp = one.getKey();
      String subject = text(month, isp, one.getValue()).subject();
      LocalDate period = month.month().first();
      boolean hasContact = contacts.containsKey(isp);
      if (!hasContact) {
        withoutContact.add(isp);
      }
      if (key.isPresent()) {
        added += queue.add(key.get() + isp, "OUTBOX", isp, period, subject);
        if (hasContact && mailer.isConfigured()) {
          added += queue.add(key.get() + isp, EMAIL, isp, period, subject);
        }
      }
    }
    return new Plan(
        month.month().text(),
        month.lastDay(),
        key.isPresent(),
        open.size(),
        added,
        withoutContact,
        mailer.isConfigured());
  }

  /** Sends what is due. */
  public Delivery deliver() {
    Map<LocalDate, MonthArrivals> months = new HashMap<>();
    Map<String, String> contacts = contacts();
    boolean mails = true;
    Delivery.Count count = new Delivery.Count();
    for (Due due : queue.listDue()) {
      MonthArrivals month =
          months.computeIfAbsent(
              due.period(), first -> arrivals.of(Period.ofMonth(YearMonth.from(first))));
      List<FeedArrival> open = open(month).getOrDefault(due.isp(), List.of());
      String address = contacts.get(due.isp());
      if (open.isEmpty()) {
        queue.end(due, "NOT_NEEDED", "everything was filed in the meantime");
        count.notNeeded();
      } else if (key(month).filter(due.key()::startsWith).isEmpty()) {
        queue.end(due, "NOT_NEEDED", "its day has passed");
        count.notNeeded();
      } else if (due.means().equals(EMAIL) && address == null) {
        queue.end(due, "NOT_NEEDED", "the ISP has no address any more");
        count.notNeeded();
      } else if (!mails && due.means().equals(EMAIL)) {
        count.notTried();
      } else if (queue.claim(due)) {
        Message message = text(month, due.isp(), open).message();
        try {
          if (due.means().equals(EMAIL) && address != null) {
            mailer.send(address, message);
          } else {
            writePage(month, due.isp(), message);
          }
          queue.end(due, "SENT", null);
          count.sent(due);
        } catch (MailFailure e) {
          mails = mails && !e.isOfServer();
          queue.failed(due, String.valueOf(e.getMessage()));
          count.failed(due, String.valueOf(e.getMessage()));
        } catch (IOException e) {
          queue.failed(due, "the outbox cannot be written: " + e.getMessage());
          count.failed(due, "the outbox cannot be written: " + e.getMessage());
        }
      }
    }
    return count.delivery();
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

  private void writePage(MonthArrivals month, String isp, Message message) throws IOException {
    StagedFile.write(
        pages.of(isp, month.month()),
        out -> out.write(message.html().getBytes(StandardCharsets.UTF_8)));
  }

  /** Removes pages about what was filed since, and those of months long past. */
  private void removePages() {
    Map<Period, Set<String>> reminded = new HashMap<>();
    pages.removeUnless(
        (isp, period) -> reminded.computeIfAbsent(period, this::reminded).contains(isp));
  }

  /** ISPs that still have a page about a month. */
  private Set<String> reminded(Period period) {
    MonthArrivals month = arrivals.of(period);
    return month.lastDay().plusDays(MOST_DAYS_SHOWN).isBefore(Period.today(clock))
        ? Set.of()
        : open(month).keySet();
  }
}
