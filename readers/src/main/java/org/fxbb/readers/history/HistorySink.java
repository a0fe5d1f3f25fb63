package org.fxbb.readers.history;

import java.util.List;
import java.util.UUID;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;

/**
 * Where rows of bulk history go. A row can be refused by returning why; its record then comes back
 * through {@link #rejected}. Codes are as written, not looked up.
 */
public interface HistorySink {

  /** A poll of an interface, whose target has the natural key of {@code snmp_targets}. */
  @Nullable Notice poll(long row, String ispCode, InterfacePoll poll);

  /** A count of sessions. */
  @Nullable Notice session(long row, String ispCode, @Nullable String popCode, SessionPoll poll);

  /** A test of an agent. */
  @Nullable Notice test(long row, String ispCode, String popCode, UUID agent, QosTest test);

  /** A row that is not loaded, and why; each notice was not given to {@link #notice} before. */
  void rejected(RejectedRow row, List<Notice> notices);

  /** A notice about a row that is loaded, or about the file. */
  void notice(Notice notice);
}
