package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at one PoP, and when. An empty script is a healthy PoP.
 *
 * <p><b>Lifecycle</b>: written while faults are planned, only read afterwards.
 */
final class PopScript {

  /** Quarter hours of a day. */
  static final int SLOTS = 96;

  /** A stretch of slots within one day, Asia/Dhaka. */
  record SlotEvent(SlotEffect effect, LocalDate day, int firstSlot, int slots) {}

  private final List<SlotEvent> events = new ArrayList<>();
  private final Map<DumpFault, LocalDate> dumpFaults = new EnumMap<>(DumpFault.class);
  private @Nullable ServiceFault service;
  private LocalDate serviceFrom = LocalDate.MAX;
  private LocalDate serviceTo = LocalDate.MIN;
  private double sessionFactor = 1;
  private LocalDate sessionsFrom = LocalDate.MAX;
  private LocalDate sessionsTo = LocalDate.MIN;
  private @Nullable LocalDate restartDay;
  private int restartSlot;

  void add(SlotEvent event) {
    events.add(event);
  }

  /** {@code fault} holds from the first to the last day, both included. */
  void serve(ServiceFault fault, LocalDate first, LocalDate last) {
    service = fault;
    serviceFrom = first;
    serviceTo = last;
  }

  /**
   * Sessions are {@code factor} times what they should be, in the days of {@link #serve}'s kind.
   */
  void sessions(double factor, LocalDate first, LocalDate last) {
    sessionFactor = factor;
    sessionsFrom = first;
    sessionsTo = last;
  }

  /** The polled device restarts in the first poll interval of {@code slot}. */
  void restart(LocalDate day, int slot) {
    restartDay = day;
    restartSlot = slot;
  }

  void spoil(DumpFault fault, LocalDate day) {
    dumpFaults.put(fault, day);
  }

  /** The effect in each slot of {@code day}. */
  SlotEffect[] effects(LocalDate day) {
    SlotEffect[] effects = new SlotEffect[SLOTS];
    Arrays.fill(effects, SlotEffect.NONE);
    for (SlotEvent event : events) {
      if (event.day().equals(day)) {
        Arrays.fill(effects, event.firstSlot(), event.firstSlot() + event.slots(), event.effect());
      }
    }
    return effects;
  }

  @Nullable ServiceFault service(LocalDate day) {
    return within(day, serviceFrom, serviceTo) ? service : null;
  }

  double sessionFactor(LocalDate day) {
    return within(day, sessionsFrom, sessionsTo) ? sessionFactor : 1;
  }

  boolean restartsAt(LocalDate day, int slot) {
    return day.equals(restartDay) && slot == restartSlot;
  }

  boolean spoiled(DumpFault fault, LocalDate day) {
    return day.equals(dumpFaults.get(fault));
  }

  /** Whether something happens at the PoP on {@code day}. */
  boolean eventOn(LocalDate day) {
    return day.equals(restartDay) || events.stream().anyMatch(event -> event.day().equals(day));
  }

  /** Whether the dump of {@code day} is spoiled. */
  boolean spoiledOn(LocalDate day) {
    return dumpFaults.containsValue(day);
  }

  private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
