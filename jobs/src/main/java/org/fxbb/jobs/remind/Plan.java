package org.fxbb.jobs.remind;

import java.time.LocalDate;
import java.util.List;

/**
 * What {@link Reminders#plan} found.
 *
 * @param month the month that is filed now, such as 2026-01
 * @param lastDay the last day on which a filing is on time
 * @param today whether reminders go out today
 * @param open ISPs that lack a mandatory feed
 * @param added messages that are new
 * @param withoutContact those of the ISPs that have no address
 * @param byMail whether there is a mail server
 */
public record Plan(
    String month,
    LocalDate lastDay,
    boolean today,
    int open,
    int added,
    List<String> withoutContact,
    boolean byMail) {
  private static final int TOLD = 10;

  /** The same in sentences, a line each. */
  public String sentences() {
    StringBuilder told =
        new StringBuilder(
            "Filings of %s, due by %s: %s a mandatory feed; "
                .formatted(
                    month, lastDay, open == 1 ? "1 ISP lacks" : "%,d ISPs lack".formatted(open)));
    told.append(
        today
            ? Delivery.count(added, "new reminder") + "."
            : "no reminders today, they go out from %s to %s."
                .formatted(
                    lastDay.minusDays(Stage.DAYS_BEFORE), lastDay.plusDays(Stage.DAYS_AFTER)));
    if (!byMail) {
      told.append("\nNo mail server is set (fxbb.mail.host): reminders go to outboxes only.");
    } else if (!withoutContact.isEmpty()) {
      told.append("\nReminded in their outbox only, because they have no e-mail address: ")
          .append(String.join(", ", withoutContact.stream().limit(TOLD).toList()))
          .append(
              withoutContact.size() > TOLD
                  ? " and %,d more.".formatted(withoutContact.size() - TOLD)
                  : ".");
    }
    return told.toString();
  }
}
