package org.fxbb.cron.sftp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxbb.jobs.audit.AuditEvents;
import org.fxbb.jobs.audit.AuditEvents.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logins, refusals and transfers on their way into the audit log.
 *
 * <p><b>Shape</b>: a refusal is written when it happens; equal ones (event, account, address,
 * reason) of the same minute are counted and written as one event with {@code again}. Beyond
 * {@value #MOST_KINDS} different ones a minute all further ones are one.
 *
 * <p><b>Lifecycle</b>: thread-safe; one thread writes. While the database cannot be reached, what
 * waits is tried again, and beyond {@value #MOST_WAITING} events whoever causes more waits.
 *
 * <p><b>Source</b>: spec 7.4, "every login and file audited".
 */
final class AccessLog implements AutoCloseable {
  static final int MOST_KINDS = 256;
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 500;
  private static final int LONGEST_NAME = 64;
  private static final long PAUSE_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AuditEvents events;
  private final BlockingQueue<AuditEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Map<Kind, Integer> ofThisMinute = new LinkedHashMap<>();
  private final Thread writer = new Thread(this::write, "sftp-audit");
  private volatile boolean closed;

  AccessLog(AuditEvents events) {
    this.events = events;
    writer.setDaemon(true);
    writer.start();
  }

  private record Kind(String event, String account, String address, String why) {
    AuditEvent toEvent(int again) {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("address", address);
      detail.put("why", why);
      if (again > 0) {
        detail.put("again", again);
      }
      return new AuditEvent(event, account, JSON.writeValueAsString(detail));
    }
  }

  /** Something that was done. */
  void done(String event, String account, Map<String, ?> detail) {
    add(new AuditEvent(event, nameOf(account), JSON.writeValueAsString(detail)));
  }

  /** Something that was refused. */
  void refused(String event, String account, String address, String why) {
    Kind kind = new Kind(event, nameOf(account), address, why);
    synchronized (ofThisMinute) {
      if (ofThisMinute.size() >= MOST_KINDS && !ofThisMinute.containsKey(kind)) {
        kind = new Kind("sftp.refused", "(many)", "(many)", "more than can be told apart");
      }
      if (ofThisMinute.merge(kind, 1, Integer::sum) > 1) {
        return;
      }
    }
    add(kind.toEvent(0));
  }

  /** Ends the minute: what happened again in it is written. */
  void endMinute() {
    List<AuditEvent> again = new ArrayList<>();
    synchronized (ofThisMinute) {
      ofThisMinute.forEach(
          (kind, times) -> {
            if (times > 1) {
              again.add(kind.toEvent(times - 1));
            }
          });
      ofThisMinute.clear();
    }
    again.forEach(this::add);
  }

  /** Names that no account has are not repeated: somebody may have typed a password there. */
  private static String nameOf(String account) {
    return account.length() <= LONGEST_NAME && account.matches("[A-Za-z0-9._-]+")
        ? account
        : "(no account's name)";
  }

  private void add(AuditEvent event) {
    try {
      waiting.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Not in the audit log, because the server ends: {}", event);
    }
  }

  private void write() {
    List<AuditEvent> portion = new ArrayList<>();
    try {
      while (!closed || !waiting.isEmpty()) {
        AuditEvent next = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          portion.add(next);
          waiting.drainTo(portion, MOST_AT_ONCE);
          write(portion);
          portion.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Not in the audit log, because the server was cut off: {}", portion);
    }
  }

  /** Tries until it succeeds, or the server ends. */
  private void write(List<AuditEvent> portion) throws InterruptedException {
    while (true) {
      try {
        events.write(portion);
        return;
      } catch (DataAccessException e) {
        LOG.warn("Cannot write {} events of SFTP into the audit log.", portion.size(), e);
        if (closed) {
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** Writes what waits. */
  @Override
  public void close() {
    endMinute();
    closed = true;
    try {
      writer.join(20 * PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
