package org.fxbb.jobs.remind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxbb.jobs.remind.ReminderQueue.Due;

/**
 * What {@link Reminders#deliver} did.
 *
 * @param pages written into outboxes
 * @param mails that a server took
 * @param isps to which either went
 * @param notNeeded messages whose ISP has filed, or whose day has passed
 * @param notTried mails that were left, because the server cannot be reached
 * @param failures ISP, means and reason of each that did not go out
 */
public record Delivery(
    int pages, int mails, int isps, int notNeeded, int notTried, List<String> failures) {
  private static final int TOLD = 10;

  /** How many messages went out. */
  public int sent() {
    return pages + mails;
  }

  /** The same in sentences, a line each. */
  public String sentences() {
    StringBuilder told = new StringBuilder("Sent: ");
    told.append(
        sent() == 0
            ? "nothing."
            : "%s into outboxes and %s, to %s."
                .formatted(count(pages, "page"), count(mails, "mail"), count(isps, "ISP")));
    if (notNeeded > 0) {
      told.append("\nNo longer needed: ").append(count(notNeeded, "message")).append('.');
    }
    if (!failures.isEmpty() || notTried > 0) {
      told.append(
          "\nNot sent: %s. They are tried again every five minutes under fxbb serve, or by fxbb run remind."
              .formatted(count(failures.size() + notTried, "message")));
      failures.stream().limit(TOLD).forEach(failure -> told.append("\n  ").append(failure));
      if (failures.size() > TOLD) {
        told.append("\n  and %,d more".formatted(failures.size() - TOLD));
      }
    }
    return told.toString();
  }

  static String count(int number, String what) {
    return number == 1 ? "1 " + what : "%,d %ss".formatted(number, what);
  }

  /** Counts. */
  static final class Count {
    private final Set<String> isps = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private int pages;
    private int mails;
    private int notNeeded;
    private int notTried;

    void sent(Due due) {
      isps.add(due.isp());
      if (due.means().equals("EMAIL")) {
        mails++;
      } else {
        pages++;
      }
    }

    void notNeeded() {
      notNeeded++;
    }

    void notTried() {
      notTried++;
    }

    void failed(Due due, String why) {
      failures.add(
          "%s, %s: %s".formatted(due.isp(), due.means().equals("EMAIL") ? "mail" : "page", why));
    }

    Delivery delivery() {
      return new Delivery(pages, mails, isps.size(), notNeeded, notTried, List.copyOf(failures));
    }
  }
}
