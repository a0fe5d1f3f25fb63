package org.fxbb.readers.history;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.notice.AgentNotice.InvalidFieldNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.readers.qos.DnsQueries;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.qos.QosTest.Latency;
import org.fxbb.readers.qos.TestType;
import org.fxbb.readers.snmp.DataQuality;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.InterfacePoll.SnmpTarget;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;

/**
 * Makes polls, counts and tests of the cells of a record. Columns are read by their position in
 * {@link org.fxbb.readers.feed.HistoryFeeds}. Thread-safe.
 */
final class HistoryRows {
  private static final String FAILED = "Infinity";

  private final Maker maker;

  HistoryRows(Feed feed) {
    this.maker =
        switch (feed.name()) {
          case "history_interfaces" -> HistoryRows::poll;
          case "history_sessions" -> HistoryRows::session;
          case "history_qos" -> HistoryRows::test;
          default -> throw new IllegalArgumentException(feed.name() + " is no feed of history.");
        };
  }

  @FunctionalInterface
  private interface Maker {
    @Nullable Notice make(long row, Cells cells, HistorySink sink);
  }

  /** Gives a record to the sink; a notice where it is refused. */
  @Nullable Notice give(long row, Cells cells, HistorySink sink) {
    return maker.make(row, cells, sink);
  }

  private static @Nullable Notice poll(long row, Cells cells, HistorySink sink) {
    String type = cells.needed(4);
    SnmpTarget target = target(cells.needed(3), type);
    if (target == null) {
      return invalid(
          row, "target_key", cells.needed(3), "<target>/<interface index or name>/" + type);
    }
    return sink.poll(
        row,
        cells.needed(1),
        new InterfacePoll(
            cells.time(0),
            cells.needed(2),
            type,
            null,
            target,
            cells.needed(5),
            cells.whole(6),
            cells.whole(7),
            cells.whole(8),
            cells.whole(9),
            cells.whole(10),
            cells.whole(11),
            cells.real(12),
            cells.real(13),
            cells.text(14),
            cells.text(15),
            Boolean.TRUE.equals(cells.bool(16)),
            DataQuality.valueOf(cells.needed(17))));
  }

  /** The interface of a key such as {@code target-1/3/INTERNET}; null where it is no such key. */
  private static @Nullable SnmpTarget target(String key, String type) {
    int end = key.length() - type.length() - 1;
    int middle = end < 1 ? -1 : key.lastIndexOf('/', end - 1);
    if (middle < 1 || !key.endsWith(type) || key.charAt(end) != '/') {
      return null;
    }
    String port = key.substring(middle + 1, end);
    return new SnmpTarget(
        key.substring(0, middle), null, null, port.isEmpty() ? null : port, null, null, null);
  }

  private static @Nullable Notice session(long row, Cells cells, HistorySink sink) {
    return sink.session(
        row,
        cells.needed(1),
        cells.text(3),
        new SessionPoll(
            cells.time(0),
            cells.needed(2),
            null,
            null,
            cells.needed(4),
            cells.whole(5),
            cells.whole(6),
            cells.whole(7),
            cells.whole(8)));
  }

  private static @Nullable Notice test(long row, Cells cells, HistorySink sink) {
    String queries = cells.text(20);
    DnsQueries dns = queries == null ? null : queries(queries);
    if (queries != null && dns == null) {
      return invalid(row, "dns_query_ms", queries, "milliseconds or Infinity, separated by |");
    }
    String details = cells.text(25);
    if (details != null && !JsonbText.isObject(details)) {
      return invalid(row, "details", details, "a JSON object");
    }
    String targetType = cells.text(5);
    String targetKey = cells.text(6);
    return sink.test(
        row,
        cells.needed(1),
        cells.needed(2),
        cells.uuid(3),
        new QosTest(
            TestType.valueOf(cells.needed(4)),
            targetType == null ? "" : targetType,
            targetKey == null ? "" : targetKey,
            cells.time(0),
            cells.needed(7),
            new Latency(
                cells.real(8),
                cells.real(9),
                cells.real(10),
                cells.real(11),
                cells.real(12),
                cells.real(13)),
            cells.real(14),
            integer(cells.whole(15)),
            integer(cells.whole(16)),
            cells.real(17),
            cells.real(18),
            cells.real(19),
            dns,
            cells.real(21),
            cells.real(22),
            integer(cells.whole(23)),
            cells.bool(24),
            details));
  }

  private static @Nullable Integer integer(@Nullable Long value) {
    return value == null ? null : (Integer) Math.toIntExact(value);
  }

  private static @Nullable DnsQueries queries(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', from)) {
      parts.add(text.substring(from, bar));
      from = bar + 1;
    }
    parts.add(text.substring(from));
    float[] millis = new float[parts.size()];
    for (int i = 0; i < millis.length; i++) {
      String part = parts.get(i);
      try {
        millis[i] = part.equals(FAILED) ? Float.POSITIVE_INFINITY : Float.parseFloat(part);
      } catch (NumberFormatException e) {
        return null;
      }
      if (!(millis[i] >= 0)) {
        return null;
      }
    }
    return new DnsQueries(millis);
  }

  private static Notice invalid(long row, String column, String found, String expected) {
    return new InvalidFieldNotice(
        row, column, String.valueOf(NoticeCatalogue.shorten(found)), expected);
  }
}
