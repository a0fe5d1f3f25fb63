package org.fxbb.jobs.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.fxbb.jobs.secret.Secret;
import org.fxbb.jobs.secret.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends mail in plain text and HTML.
 *
 * <p><b>Lifecycle</b>: thread-safe; one connection per mail. The password is decrypted when it is
 * needed.
 *
 * <p><b>Source</b>: spec 6.5 and 7.7: SMTP with STARTTLS, the password encrypted at rest.
 */
public final class Mailer {
  private static final String PATIENCE_MILLIS = "10000";

  private final @Nullable MailServer server;
  private final Secrets secrets;
  private final Clock clock;
  private final Duration longest;

  /**
   * A sender through one server.
   *
   * @param server null where no mail is to be sent
   */
  public Mailer(@Nullable MailServer server, Secrets secrets, Clock clock) {
    this(server, secrets, clock, Duration.ofSeconds(60));
  }

  /**
   * A sender through one server.
   *
   * @param server null where no mail is to be sent
   * @param longest how long one mail may take in all; then its connection is closed
   */
  Mailer(@Nullable MailServer server, Secrets secrets, Clock clock, Duration longest) {
    this.longest = longest;
    this.server = server;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Whether there is a server to send through. */
  public boolean isConfigured() {
    return server != null;
  }

  /**
   * Sends one mail.
   *
   * @throws MailFailure when the server did not take it, or there is none
   */
  public void send(String to, Message message) throws MailFailure {
    MailServer through = server;
    if (through == null) {
      throw new MailFailure(
          "fxbb.mail.host is not set", true, new IllegalStateException("no mail server"));
    }
    try {
      ClosableSockets sockets = new ClosableSockets();
      JavaMailSenderImpl sender = sender(through, sockets);
      MimeMessage mime = mime(sender, through, to, message);
      Thread guard = closeLater(sockets);
      try {
        sender.send(mime);
      } finally {
        guard.interrupt();
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new MailFailure("the password cannot be had: " + e.getMessage(), true, e);
    } catch (AddressException e) {
      throw new MailFailure("the address of the contact is not one", false, e);
    } catch (MessagingException | MailException e) {
      throw failure(e, through, to);
    }
  }

  /** The time-outs of the settings are for one read; this is for all of them. */
  private Thread closeLater(ClosableSockets sockets) {
    Thread guard =
        new Thread(
            () -> {
              try {
                Thread.sleep(longest.toMillis());
                sockets.close();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "fxbb-mail-guard");
    guard.setDaemon(true);
    guard.start();
    return guard;
  }

  private MimeMessage mime(
      JavaMailSenderImpl sender, MailServer through, String to, Message message)
      throws MessagingException {
    MimeMessage mime = sender.createMimeMessage();
    MimeMessageHelper mail =
        new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_RELATED, "UTF-8");
    mail.setFrom(new InternetAddress(through.from(), true));
    mail.setTo(new InternetAddress(to, true));
    mail.setSubject(message.subject());
    mail.setText(message.plain(), message.html());
    mail.setSentDate(Date.from(clock.instant()));
    mime.setHeader("Auto-Submitted", "auto-generated");
    return mime;
  }

  private JavaMailSenderImpl sender(MailServer through, ClosableSockets sockets) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(through.host());
    sender.setPort(through.port());
    sender.setDefaultEncoding("UTF-8");
    Properties settings = sender.getJavaMailProperties();
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(through.startTls()));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(through.startTls()));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    settings.put("mail.smtp.socketFactory", sockets);
    if (through.user() != null && through.passwordSecret() != null) {
      settings.setProperty("mail.smtp.auth", "true");
      sender.setUsername(through.user());
      try (Secret password = secrets.get(through.passwordSecret())) {
        sender.setPassword(String.valueOf(password.chars()));
      }
    }
    return sender;
  }

  private static MailFailure failure(Exception e, MailServer through, String to) {
    Throwable cause = e;
    if (e instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
      cause = sending.getMessageExceptions()[0];
    }
    boolean refused = cause instanceof SendFailedException;
    boolean login =
        e instanceof MailAuthenticationException || cause instanceof AuthenticationFailedException;
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said =
        String.valueOf(root.getMessage()).replace(to, "<the contact>").replaceAll("\\s+", " ");
    String where = through.host() + ":" + through.port();
    return new MailFailure(
        login
            ? where + " refused the login"
            : refused ? where + " refused the mail: " + said : where + " did not take it: " + said,
        !refused,
        e);
  }
}
