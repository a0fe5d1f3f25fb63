package org.fxbb.writers.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.InterfacePoll.SnmpTarget;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces that the polls of a batch name. Rows are encoded before the id of their interface
 * is known; {@link #resolve} finds it in {@code snmp_targets} or registers the interface there, and
 * fills it in. Not thread-safe.
 */
final class TargetStage {
  private final Load load;
  private final Map<Key, Seen> targets = new HashMap<>();
  private final List<Seen> ordered = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int resolved;

  private record Key(
      long popId, String targetId, @Nullable Long index, @Nullable String name, String type) {}

  private static final class Seen {
    final int ordinal;
    final long ispId;
    final Key key;
    InterfacePoll newest;
    long id;

    Seen(int ordinal, long ispId, Key key, InterfacePoll newest) {
      this.ordinal = ordinal;
      this.ispId = ispId;
      this.key = key;
      this.newest = newest;
    }
  }

  /** Where the id of an interface is to be filled in. */
  private record Gap(CopyRows rows, int place, Seen seen) {}

  TargetStage(Load load) {
    this.load = load;
  }

  /** Adds the id of the interface of a poll to its row. */
  void put(CopyRows row, long ispId, long popId, InterfacePoll poll) {
    Seen seen = see(ispId, popId, poll);
    if (seen.id != 0) {
      row.int8(seen.id);
    } else {
      gaps.add(new Gap(row, row.later(), seen));
    }
  }

  private Seen see(long ispId, long popId, InterfacePoll poll) {
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
    return seen;
  }

  boolean isEmpty() {
    return ordered.isEmpty();
  }

  /** Finds or registers the interfaces added since the last time and fills their ids in. */
  void resolve() {
    if (resolved < ordered.size()) {
      CopyTable keys =
          load.copy(
              "targets",
              List.of("target_ordinal", "isp_id", "pop_id", "target_key", "upstream_type_id"));
      for (Seen seen : ordered.subList(resolved, ordered.size())) {
        keys.row()
            .int4(seen.ordinal)
            .int8(seen.ispId)
            .int8(seen.key.popId())
            .text(naturalKey(seen.key))
            .int2(UpstreamType.idOf(seen.key.type()));
      }
      keys.flush();
      Map<String, Integer> from = Map.of("first_ordinal", resolved);
      load.run(sql("insertTargets"), from);
      load.stream(
          sql("resolveTargets"),
          from,
          row -> {
            ordered.get(row.getInt("target_ordinal")).id = row.getLong("id");
          });
      resolved = ordered.size();
    }
    for (Gap gap : gaps) {
      gap.rows().fill(gap.place(), gap.seen().id);
    }
    gaps.clear();
  }

  /** Writes down how the newest poll of each interface describes it. */
  void describe() {
    if (isEmpty()) {
      return;
    }
    CopyTable rows =
        load.copy(
            "target_states",
            List.of(
                "snmp_target_id",
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
          .int8(seen.id)
          .text(seen.newest.upstreamOperator())
          .text(target.targetIp())
          .int4(index == null ? null : (Integer) index.intValue())
          .text(target.ifName())
          .hundredths(speed == null ? Double.NaN : speed)
          .time(seen.newest.time());
    }
    rows.flush();
    load.run(sql("describeTargets"), Map.of());
  }

  private static String sql(String name) {
    return SqlText.of(TargetStage.class, name);
  }

  private static String naturalKey(Key key) {
    Object port = key.index() == null ? key.name() : key.index();
    return key.targetId() + "/" + (port == null ? "" : port) + "/" + key.type();
  }
}
