package org.fxbb.writers.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.InterfacePoll.SnmpTarget;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces that the polls of a batch name, each with a number until the merge finds or makes
 * its row in {@code snmp_targets}. Not thread-safe.
 */
final class TargetStage {
  private final Load load;
  private final Map<Key, Seen> targets = new HashMap<>();
  private final List<Seen> ordered = new ArrayList<>();

  private record Key(
      long popId, String targetId, @Nullable Long index, @Nullable String name, String type) {}

  private static final class Seen {
    final int ordinal;
    final long ispId;
    final Key key;
    InterfacePoll newest;

    Seen(int ordinal, long ispId, Key key, InterfacePoll newest) {
      this.ordinal = ordinal;
      this.ispId = ispId;
      this.key = key;
      this.newest = newest;
    }
  }

  TargetStage(Load load) {
    this.load = load;
  }

  /** The number of the interface of a poll. */
  int ordinal(long ispId, long popId, InterfacePoll poll) {
    SnmpTarget target = poll.target();
    Long index = target.ifIndex();
    Key key =
        new Key(
            popId,
            target.targetId(),
            index,
            index == null ? target.ifName() : null,
            poll.interfaceType());
    Seen seen = targets.get(key);
    if (seen == null) {
      seen = new Seen(ordered.size(), ispId, key, poll);
      targets.put(key, seen);
      ordered.add(seen);
    } else if (poll.time().isAfter(seen.newest.time())) {
      seen.newest = poll;
    }
    return seen.ordinal;
  }

  boolean isEmpty() {
    return ordered.isEmpty();
  }

  /** Sends all of them to the staging table. */
  void flush() {
    CopyTable rows =
        load.copy(
            "targets",
            List.of(
                "target_ordinal",
                "isp_id",
                "pop_id",
                "target_key",
                "upstream_type_id",
                "upstream_operator",
                "target_ip",
                "if_index",
                "if_name",
                "if_speed_mbps",
                "seen_at"));
    for (Seen seen : ordered) {
      SnmpTarget target = seen.newest.target();
      Long index = target.ifIndex();
      Long speed = target.ifSpeedMbps();
      rows.row()
          .int4(seen.ordinal)
          .int8(seen.ispId)
          .int8(seen.key.popId())
          .text(naturalKey(seen.key))
          .int2(UpstreamType.idOf(seen.key.type()))
          .text(seen.newest.upstreamOperator())
          .text(target.targetIp())
          .int4(index == null ? null : (Integer) index.intValue())
          .text(target.ifName())
          .hundredths(speed == null ? Double.NaN : speed)
          .time(seen.newest.time());
    }
    rows.flush();
  }

  private static String naturalKey(Key key) {
    Object port = key.index() == null ? key.name() : key.index();
    return key.targetId() + "/" + (port == null ? "" : port) + "/" + key.type();
  }
}
