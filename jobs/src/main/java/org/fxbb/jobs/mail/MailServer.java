package org.fxbb.jobs.mail;

import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes the engine's mail.
 *
 * @param host name or address
 * @param port 587 for STARTTLS
 * @param from address of the sender
 * @param user login; null = none is asked for
 * @param passwordSecret name of the encrypted secret that holds the password; null without a user
 * @param startTls whether a connection that cannot be encrypted is refused; false only for a server
 *     on the same machine
 */
public record MailServer(
    String host,
    int port,
    String from,
    @Nullable String user,
    @Nullable String passwordSecret,
    boolean startTls) {}
