package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fxbb.cron.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom reminders do not reach.
 *
 * @param unsent messages of the last week that did not go out
 * @param error why the newest of them did not; null without any
 * @param withoutContact licensed ISPs that have no e-mail address
 */
record StatusReminders(long unsent, @Nullable String error, List<String> withoutContact) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int SHOWN = 5;

  /** A row of the first statement. */
  private record Unsent(long messages, @Nullable String error) {}

  /** Reads them as of an instant. */
  static StatusReminders read(JdbcClient jdbc, Instant now) {
    Unsent unsent =
        jdbc.sql(Resources.sql(StatusReminders.class, "unsentReminders"))
            .param("since", now.minus(WEEK).atOffset(ZoneOffset.UTC))
            .query(Unsent.class)
            .single();
    return new StatusReminders(
        unsent.messages(),
        unsent.error(),
        jdbc.sql(Resources.sql(StatusReminders.class, "ispsWithoutContact"))
            .query(String.class)
            .list());
  }

  Map<String, Object> document() {
    return Map.of("unsent", unsent, "ispsWithoutContact", withoutContact);
  }

  /** What somebody should look at. */
  List<String> troubles() {
    return unsent == 0
        ? List.of()
        : List.of("%,d reminders did not go out, the newest because %s.".formatted(unsent, error));
  }

  void print(PrintWriter writer) {
    if (!withoutContact.isEmpty()) {
      String more =
          withoutContact.size() > SHOWN
              ? " and %,d more".formatted(withoutContact.size() - SHOWN)
              : "";
      Output.wrap(
          writer,
          "ISPs without an e-mail address, reminded in their outbox only: %s%s"
              .formatted(String.join(", ", withoutContact.stream().limit(SHOWN).toList()), more));
    }
  }
}
