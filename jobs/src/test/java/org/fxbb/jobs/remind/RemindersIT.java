package org.fxbb.jobs.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fxbb.jobs.arrivals.Filings.DEADLINE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxbb.jobs.arrivals.Arrivals;
import org.fxbb.jobs.arrivals.Filings;
import org.fxbb.jobs.mail.MailServer;
import org.fxbb.jobs.mail.Mailer;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.HandClock;
import org.fxbb.jobs.secret.KeySource;
import org.fxbb.jobs.secret.Purpose;
import org.fxbb.jobs.secret.Secret;
import org.fxbb.jobs.secret.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is reminded when, by what, how often. The filings of January 2026 are due by the end of 10
 * February. Source: spec 7.1.
 */
final class RemindersIT {
  private static final Instant EARLY = Instant.parse("2026-02-05T06:00:00Z");
  private static final List<String> MANDATORY =
      List.of("packages", "subscribers", "pops", "revenue");

  private final Filings filings = new Filings();
  private final HandClock clock = new HandClock("2026-02-07T04:00:00Z");
  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @BeforeEach
  void start() {
    server.start();
    for (int i = 1; i <= 3; i++) {
      filings.isp("isp-000" + i);
    }
    filings.email("isp-0001", "REGISTERED", "office@one.example");
    filings.email("isp-0001", "TECHNICAL", "noc@one.example");
    filings.email("isp-0002", "REGISTERED", "office@two.example");
    for (String feed : MANDATORY.subList(0, 3)) {
      filings.accepted("isp-0001", feed, false, EARLY);
    }
    filings.file("FILING", "isp-0001", "revenue", "REJECTED", "too_many_errors", EARLY);
    MANDATORY.forEach(feed -> filings.accepted("isp-0002", feed, false, EARLY));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Secrets secrets() {
    return new Secrets(filings.etl, new KeySource(null, folder.resolve("keys")));
  }

  private Reminders reminders(@Nullable MailServer through) {
    return new Reminders(
        filings.jdbc,
        new Arrivals(filings.jdbc, clock),
        new Mailer(through, secrets(), clock),
        new Folders(folder, folder, folder, folder),
        clock);
  }

  private MailServer plainly() {
    return new MailServer(
        "127.0.0.1", server.getSmtp().getPort(), "filing@regulator.example", null, null, false);
  }

  private String page(String isp) throws IOException {
    return Files.readString(folder.resolve("isps/" + isp + "/outbox/reminder-2026-01.html"));
  }

  private List<String> states() {
    return filings.texts(
        "SELECT split_part(message_key, '/', 4) || ' ' || split_part(message_key, '/', 5) || ' ' || means || ' ' || state FROM notifications ORDER BY id");
  }

  private static List<String> texts(MimeMessage mail) throws MessagingException, IOException {
    MimeMultipart related = (MimeMultipart) mail.getContent();
    MimeMultipart both = (MimeMultipart) related.getBodyPart(0).getContent();
    return List.of(
        (String) both.getBodyPart(0).getContent(), (String) both.getBodyPart(1).getContent());
  }

  @Test
  void eachStageIsToldOnceByMailAndInTheOutbox() throws Exception {
    Reminders reminders = reminders(plainly());
    clock.set("2026-02-06T17:59:59Z");
    assertThat(reminders.plan().sentences())
        .isEqualTo(
            "Filings of 2026-01, due by 2026-02-10: 2 ISPs lack a mandatory feed; no reminders today, they go out from 2026-02-07 to 2026-02-13.\nReminded in their outbox only, because they have no e-mail address: isp-0003.");
    assertThat(reminders.deliver().sentences()).isEqualTo("Sent: nothing.");

    clock.set("2026-02-06T18:00:00Z");
    Plan plan = reminders.plan();
    assertThat(plan.added()).isEqualTo(3);
    assertThat(plan.sentences())
        .isEqualTo(
            "Filings of 2026-01, due by 2026-02-10: 2 ISPs lack a mandatory feed; 3 new reminders.\nReminded in their outbox only, because they have no e-mail address: isp-0003.");
    assertThat(reminders.deliver().sentences())
        .isEqualTo("Sent: 2 pages into outboxes and 1 mail, to 2 ISPs.");
    assertThat(reminders.plan().added()).as("the same day again").isZero();
    assertThat(reminders.deliver().sent()).isZero();

    assertThat(states())
        .containsExactly(
            "BEFORE isp-0001 OUTBOX SENT",
            "BEFORE isp-0001 EMAIL SENT",
            "BEFORE isp-0003 OUTBOX SENT");
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("noc@one.example");
    assertThat(mail.getSubject())
        .isEqualTo(
            "isp-0001: জানুয়ারি ২০২৬ মাসের দাখিল / Filing for January 2026, due by 2026-02-10");
    for (String text : texts(mail)) {
      assertThat(text)
          .contains("দাখিলের শেষ দিন ১০ ফেব্রুয়ারি ২০২৬, মঙ্গলবার; আর ৩ দিন বাকি।")
          .contains("The last day is Tuesday, 10 February 2026; 3 days are left.")
          .contains("revenue: isp-0001_revenue_2026-01.csv was refused (too_many_errors)")
          .doesNotContain("packages");
    }
    assertThat(page("isp-0003"))
        .contains("isp-0003_packages_2026-01.csv", "isp-0003_revenue_2026-01.csv");

    for (String later : List.of("2026-02-09T04:00:00Z", "2026-02-14T04:00:00Z")) {
      clock.set(later);
      assertThat(reminders.plan().added()).as(later).isZero();
    }
    clock.set("2026-02-10T04:00:00Z");
    reminders.plan();
    reminders.deliver();
    assertThat(page("isp-0001")).contains("আজ রাত ১২টার আগে", "before midnight in Dhaka");
    clock.set("2026-02-11T04:00:00Z");
    reminders.plan();
    reminders.deliver();
    assertThat(page("isp-0001")).contains("বিলম্বিত দাখিল", "Filed now, they count as late");
    assertThat(server.getReceivedMessages()).hasSize(3);

    filings.accepted("isp-0001", "revenue", false, DEADLINE);
    reminders.plan();
    assertThat(folder.resolve("isps/isp-0001/outbox/reminder-2026-01.html")).doesNotExist();
  }

  @Test
  void pagesOfMonthsPastGoWhenTheyAreFiledOrAfterNinetyDays() {
    Reminders reminders = reminders(null);
    reminders.plan();
    reminders.deliver();
    Path one = folder.resolve("isps/isp-0001/outbox/reminder-2026-01.html");
    Path three = folder.resolve("isps/isp-0003/outbox/reminder-2026-01.html");

    clock.set("2026-03-20T04:00:00Z");
    reminders.plan();
    assertThat(one).exists();
    assertThat(three).exists();
    filings.accepted("isp-0001", "revenue", false, DEADLINE);
    reminders.plan();
    assertThat(one).doesNotExist();

    clock.set("2026-05-11T17:59:59Z");
    reminders.plan();
    assertThat(three).exists();
    clock.set("2026-05-11T18:00:00Z");
    reminders.plan();
    assertThat(three).doesNotExist();
  }

  @Test
  void aBrokenServerDelaysMailsAndNothingElse() throws IOException {
    MailServer through = plainly();
    server.stop();
    Reminders reminders = reminders(through);
    filings.email("isp-0003", "TECHNICAL", "noc@three.example");
    reminders.plan();

    assertThat(reminders.deliver().sentences())
        .matches(
            "Sent: 2 pages into outboxes and 0 mails, to 2 ISPs\\.\nNot sent: 2 messages\\. They are tried again every five minutes under fxbb serve, or by fxbb run remind\\.\n  isp-0001, mail: 127\\.0\\.0\\.1:.*");
    assertThat(page("isp-0003")).isNotBlank();
    assertThat(states())
        .as("the second is not even tried")
        .containsExactly(
            "BEFORE isp-0001 OUTBOX SENT",
            "BEFORE isp-0001 EMAIL FAILED",
            "BEFORE isp-0003 OUTBOX SENT",
            "BEFORE isp-0003 EMAIL QUEUED");
    assertThat(filings.texts("SELECT error FROM notifications WHERE state = 'FAILED'").get(0))
        .startsWith("127.0.0.1:")
        .doesNotContain("noc@");

    GreenMail back = new GreenMail(new ServerSetup(through.port(), "127.0.0.1", "smtp"));
    back.start();
    try {
      clock.set("2026-02-07T04:04:59Z");
      assertThat(reminders.deliver().sent()).as("the other one").isOne();
      clock.set("2026-02-07T04:05:00Z");
      assertThat(reminders.deliver().sent()).as("after the pause").isOne();
      assertThat(back.getReceivedMessages()).hasSize(2);
    } finally {
      back.stop();
    }
  }

  @Test
  void whatFailsForLongIsGivenUpAndWhatWasFiledIsNotNeeded() {
    MailServer through = plainly();
    server.stop();
    Reminders reminders = reminders(through);
    reminders.plan();
    List<String> seen = new ArrayList<>();
    for (int minutes : List.of(0, 5, 15, 35, 75, 155, 315)) {
      clock.set(Instant.parse("2026-02-07T04:00:00Z").plusSeconds(60L * minutes).toString());
      reminders.deliver();
      seen.addAll(
          filings.texts(
              "SELECT attempts || ' ' || state FROM notifications WHERE means = 'EMAIL' AND state <> 'SENT'"));
    }
    assertThat(seen)
        .containsExactly(
            "1 FAILED", "2 FAILED", "3 FAILED", "4 FAILED", "5 FAILED", "6 GIVEN_UP", "6 GIVEN_UP");

    clock.set("2026-02-10T04:00:00Z");
    reminders.plan();
    MANDATORY.forEach(feed -> filings.accepted("isp-0003", feed, false, EARLY));
    reminders.deliver();
    assertThat(states()).contains("LAST_DAY isp-0003 OUTBOX NOT_NEEDED");
  }

  @Test
  void aCrashBetweenSendingAndNotingRepeatsOneMail() {
    Reminders reminders = reminders(plainly());
    reminders.plan();
    ReminderQueue dying = new ReminderQueue(filings.jdbc, clock);
    List<ReminderQueue.Due> due = dying.listDue();
    ReminderQueue.Due mail = due.get(due.size() - 1);
    assertThat(mail.means()).isEqualTo("EMAIL");
    assertThat(dying.claim(mail)).isTrue();
    assertThat(dying.claim(mail)).as("by two engines").isFalse();

    reminders.deliver();
    assertThat(server.getReceivedMessages()).as("claimed by the one that died").isEmpty();
    clock.set("2026-02-07T04:05:00Z");
    reminders.deliver();
    reminders.deliver();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void withoutAServerTheOutboxIsUsedAndItIsSaid() {
    Reminders reminders = reminders(null);

    Plan plan = reminders.plan();
    assertThat(plan.byMail()).isFalse();
    assertThat(plan.sentences()).contains("No mail server is set (fxbb.mail.host)");
    assertThat(reminders.deliver().sent()).isEqualTo(2);
    assertThat(states()).hasSize(2).allMatch(state -> state.endsWith("OUTBOX SENT"));
  }

  @Test
  void theLoginIsASecretAndAnUnencryptedConnectionIsRefused() {
    secrets().put("mail", Purpose.SMTP_PASSWORD, Secret.of("s3cret".toCharArray()));
    server.setUser("filing@regulator.example", "filing", "s3cret");
    int port = server.getSmtp().getPort();
    String from = "filing@regulator.example";
    reminders(new MailServer("127.0.0.1", port, from, "filing", "mail", true)).plan();
    reminders(new MailServer("127.0.0.1", port, from, "filing", "mail", true)).deliver();
    assertThat(server.getReceivedMessages()).as("the server offers no STARTTLS").isEmpty();
    assertThat(filings.texts("SELECT error FROM notifications WHERE state = 'FAILED'"))
        .containsExactly(
            "127.0.0.1:%d did not take it: STARTTLS is required but host does not support STARTTLS"
                .formatted(port));

    clock.set("2026-02-07T04:05:00Z");
    reminders(new MailServer("127.0.0.1", port, from, "filing", "mail", false)).deliver();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(GreenMailUtil::getHeaders))
        .singleElement()
        .asString()
        .contains("Auto-Submitted: auto-generated");
  }
}
