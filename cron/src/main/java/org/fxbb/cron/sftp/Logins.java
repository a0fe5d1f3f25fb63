package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.fxbb.jobs.access.Access;
import org.fxbb.jobs.access.Access.Opened;
import org.fxbb.jobs.access.Access.Refused;
import org.fxbb.jobs.access.AccessCheck;
import org.fxbb.jobs.access.Account;
import org.fxbb.jobs.access.SshPublicKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who comes in, and who goes out.
 *
 * <p><b>Shape</b>: whoever is refused learns no more than that: an account that is unknown, locked,
 * expired or revoked answers like a wrong key. The audit log has the reason.
 *
 * <p><b>Lifecycle</b>: thread-safe. Each minute {@link #sendAway} ends connections whose key does
 * not open any more.
 */
final class Logins implements PublickeyAuthenticator, PasswordAuthenticator, SessionListener {
  private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

  /** What was shown last and would open an account, once it is proved. */
  private static final AttributeKey<Visit> SHOWN = new AttributeKey<>();

  /** Present while a connection counts as one that has not logged in. */
  private static final AttributeKey<String> UNKNOWN = new AttributeKey<>();

  /** Present when something did not open. */
  private static final AttributeKey<Boolean> FAILED = new AttributeKey<>();

  private final AccessCheck check;
  private final Doorman doorman;
  private final AccessLog log;
  private final Path dropArea;
  private final Set<ServerSession> visits = ConcurrentHashMap.newKeySet();

  Logins(AccessCheck check, Doorman doorman, AccessLog log, Path dropArea) {
    this.check = check;
    this.doorman = doorman;
    this.log = log;
    this.dropArea = dropArea;
  }

  @Override
  public boolean authenticate(String typed, PublicKey key, ServerSession session) {
    SshPublicKey shown;
    try {
      shown = SshPublicKey.parse(PublicKeyEntry.toString(key));
    } catch (IllegalArgumentException e) {
      return refused(typed, session, "a kind of key that is not accepted");
    }
    return decide(typed, session, check.sftpKey(accountOf(typed), shown), shown);
  }

  @Override
  public boolean authenticate(String typed, String password, ServerSession session) {
    return decide(
        typed, session, check.sftpPassword(accountOf(typed), password.toCharArray()), null);
  }

  /** Agents are known by their UUID in small letters. */
  private static String accountOf(String typed) {
    return typed.length() == 36 ? typed.toLowerCase(Locale.ROOT) : typed;
  }

  private boolean decide(
      String typed, ServerSession session, Access access, @Nullable SshPublicKey key) {
    String what = key == null ? "password" : "key " + key.fingerprint();
    if (access instanceof Refused refused) {
      return refused(typed, session, what + " " + refused.reason());
    }
    Account account = ((Opened) access).account();
    try {
      session.setAttribute(SHOWN, new Visit(Home.open(dropArea, account), key));
      return true;
    } catch (IOException e) {
      LOG.error("Cannot let {} in: {}", account, e.getMessage(), e);
      return refused(typed, session, "its folders cannot be made");
    }
  }

  private boolean refused(String typed, ServerSession session, String why) {
    session.removeAttribute(SHOWN);
    session.setAttribute(FAILED, true);
    log.refused("sftp.login_refused", typed, Visit.addressOf(session), why);
    return false;
  }

  @Override
  public void sessionCreated(Session created) {
    ServerSession session = (ServerSession) created;
    String address = Visit.addressOf(session);
    session.setAttribute(UNKNOWN, address);
    doorman
        .arrive(address)
        .ifPresent(
            why -> {
              log.refused("sftp.connection_refused", "(none)", address, why);
              session.close(true);
            });
  }

  @Override
  public void sessionEvent(Session changed, Event event) {
    ServerSession session = (ServerSession) changed;
    Visit visit = session.getAttribute(SHOWN);
    if (event != Event.Authenticated || visit == null) {
      return;
    }
    leave(session);
    visit.begin(session);
    visits.add(session);
    SshPublicKey key = visit.key();
    if (key != null) {
      check.noteSftpLogin(visit.account(), key);
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("address", Visit.addressOf(session));
    detail.put("way", key == null ? "password" : key.type());
    if (key != null) {
      detail.put("fingerprint", key.fingerprint());
    }
    log.done("sftp.login", visit.account().name(), detail);
  }

  @Override
  public void sessionClosed(Session closed) {
    ServerSession session = (ServerSession) closed;
    boolean unknown = leave(session);
    Visit visit = Visit.find(session);
    if (visit != null) {
      visits.remove(session);
      log.done("sftp.logout", visit.account().name(), Map.of("address", Visit.addressOf(session)));
    } else if (unknown && session.getAttribute(SHOWN) != null) {
      session.setAttribute(FAILED, true);
      log.refused(
          "sftp.login_refused",
          Visit.nameOf(session),
          Visit.addressOf(session),
          "a key of the account was shown, and not proved or too many sessions are open");
    }
    if (unknown && Boolean.TRUE.equals(session.getAttribute(FAILED))) {
      doorman.failed(Visit.addressOf(session));
    }
  }

  /** A connection does not count as unknown any more; whether it did. */
  private boolean leave(ServerSession session) {
    String address = session.removeAttribute(UNKNOWN);
    if (address != null) {
      doorman.leave(address);
    }
    return address != null;
  }

  /** Ends connections whose key was revoked or is over. */
  void sendAway() {
    for (ServerSession session : visits) {
      Visit visit = Visit.get(session);
      SshPublicKey key = visit.key();
      if (key != null && check.sftpKey(visit.account().name(), key) instanceof Refused refused) {
        log.refused(
            "sftp.sent_away",
            visit.account().name(),
            Visit.addressOf(session),
            "key " + key.fingerprint() + " " + refused.reason());
        try {
          session.disconnect(
              SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
              "This key does not open the account any more.");
        } catch (IOException e) {
          session.close(true);
        }
      }
    }
  }
}
