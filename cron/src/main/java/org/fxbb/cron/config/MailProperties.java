package org.fxbb.cron.config;

import org.fxbb.jobs.mail.MailServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code fxbb.mail}: the SMTP server that takes the engine's mail.
 *
 * @param host its name; null = no mail is sent, reminders go to outboxes only
 * @param port 587 for STARTTLS
 * @param from address of the sender; needed with a host
 * @param user login; null = none is asked for
 * @param passwordSecret name of the secret ({@code fxbb secrets put}) with the password of the user
 * @param startTls whether a connection that cannot be encrypted is refused
 */
@ConfigurationProperties("fxbb.mail")
record MailProperties(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String from,
    @Nullable String user,
    @Nullable String passwordSecret,
    @DefaultValue("true") boolean startTls) {

  /** The server; null where none is set. */
  @Nullable MailServer server() {
    if (host == null || host.isBlank()) {
      return null;
    }
    if (from == null || from.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot send mail through %s: expected fxbb.mail.from, the address of the sender, found nothing."
              .formatted(host));
    }
    if (user != null && passwordSecret == null) {
      throw new IllegalArgumentException(
          "Cannot log in to %s as %s: expected fxbb.mail.password-secret, the name of the secret with the password, found nothing. Store it with: fxbb secrets put <name> --purpose SMTP_PASSWORD"
              .formatted(host, user));
    }
    return new MailServer(host, port, from, user, passwordSecret, startTls);
  }
}
