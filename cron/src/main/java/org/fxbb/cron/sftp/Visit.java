package org.fxbb.cron.sftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.server.session.ServerSession;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.SshPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, once it has logged in.
 *
 * @param home its folder
 * @param key what opened the account; null for a password
 */
record Visit(Home home, @Nullable SshPublicKey key) {
  private static final AttributeKey<Visit> KEY = new AttributeKey<>();

  /** Whose account it is. */
  Account account() {
    return home.account();
  }

  /** Remembers who logged in. */
  void begin(ServerSession session) {
    session.setAttribute(KEY, this);
  }

  /** Who logged in; null before that. */
  static @Nullable Visit find(ServerSession session) {
    return session.getAttribute(KEY);
  }

  /** Who logged in. */
  static Visit get(ServerSession session) {
    Visit visit = find(session);
    if (visit == null) {
      throw new IllegalStateException("A file was asked for before anybody logged in.");
    }
    return visit;
  }

  /** The account's name as far as it is known. */
  static String nameOf(ServerSession session) {
    Visit visit = find(session);
    String typed = session.getUsername();
    return visit != null ? visit.account().name() : typed == null ? "(none)" : typed;
  }

  /** The address at the other end, without its port. */
  static String addressOf(ServerSession session) {
    SocketAddress address = session.getClientAddress();
    InetAddress host = address instanceof InetSocketAddress inet ? inet.getAddress() : null;
    return host == null ? "unknown" : host.getHostAddress();
  }
}
