package org.fxbb.readers.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Writes the dumps of one PoP's two agents, one file per agent and Dhaka day or one per agent and
 * quarter hour, named for the end of what it covers.
 *
 * <p><b>Lifecycle</b>: not thread-safe; one per PoP.
 */
final class PopDumps {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int LATE_SECONDS = 3 * 86_400;
  private static final List<Integer> BROKEN_AFTER = List.of(10, 41, 73);
  private static final int CONFLICTING_SLOT = 30;
  private static final int STRANGER_SLOTS = 8;

  private final DropArea area;
  private final Streams streams;
  private final PopProfile pop;
  private final PopScript script;
  private final AnswerKey key;
  private final SnmpDumpWriter snmp;
  private final QosDumpWriter qos;
  private final QosSample sample = new QosSample();
  private final Workspace workspace;
  private final SimulationPlan.DumpFiles per;
  private byte[] lastLine = {};
  private int submissions;
  private int brokenLines;
  private boolean repeats;
  private boolean conflicts;

  /** Memory that one thread uses for one PoP after the other. */
  static final class Workspace implements AutoCloseable {

    private final JsonBuffer snmpLines = new JsonBuffer(1 << 19);
    private final JsonBuffer qosLines = new JsonBuffer(1 << 19);
    private final Gzip gzip = new Gzip();

    @Override
    public void close() {
      gzip.close();
    }
  }

  PopDumps(
      DropArea area,
      Streams streams,
      PopProfile pop,
      FaultPlan faults,
      SimulationPlan plan,
      Workspace workspace) {
    this.area = area;
    this.streams = streams;
    this.pop = pop;
    this.script = faults.of(pop);
    this.key = faults.key();
    this.workspace = workspace;
    this.snmp = new SnmpDumpWriter(pop, SimulatedMonths.startOf(plan.from()).getEpochSecond());
    this.per = plan.dumpFiles();
    this.qos = new QosDumpWriter(pop);
  }

  /**
   * Writes both dumps of {@code day}; days must come in order.
   *
   * @param sessionsInPeak sessions that this PoP's share of the ISP's subscribers makes in the peak
   */
  void write(LocalDate day, double sessionsInPeak) throws IOException {
    SplittableRandom snmpRandom = streams.of("snmp/" + pop.code() + "/" + day);
    SplittableRandom qosRandom = streams.of("qos/" + pop.code() + "/" + day);
    SlotEffect[] effects = script.effects(day);
    ServiceFault service = script.service(day);
    double sessions = sessionsInPeak * script.sessionFactor(day);
    long midnight = SimulatedMonths.startOf(day).getEpochSecond();
    JsonBuffer snmpLines = workspace.snmpLines;
    JsonBuffer qosLines = workspace.qosLines;
    begin();
    repeats = script.spoiled(DumpFault.REPEATED_SUBMISSION, day);
    if (repeats) {
      qosLines.raw(lastLine);
    }
    for (int slot = 0; slot < PopScript.SLOTS; slot++) {
      long start = midnight + slot * 900L;
      SlotEffect effect = effects[slot];
      SlotMoment moment = new SlotMoment(day, slot, start, effect, script.restartsAt(day, slot));
      snmp.slot(snmpLines, snmpRandom, moment, sessions);
      sample.draw(qosRandom, pop.isp().quality(), DailyLoad.ofMinute(slot * 15 + 7));
      if (DailyLoad.busy(slot)) {
        sample.suffer(service);
      }
      if (effect.testsFail()) {
        sample.failAll(effect == SlotEffect.AGENT_FAULT);
      }
      if (effect.qosDelivered()) {
        int lineStart = qosLines.length();
        qos.slot(qosLines, start, sample);
        submissions++;
        spoil(qosLines, moment, lineStart);
        lastLine = Arrays.copyOfRange(qosLines.array(), lineStart, qosLines.length());
      }
      boolean last = slot == PopScript.SLOTS - 1;
      if (last || per == SimulationPlan.DumpFiles.QUARTER_HOUR) {
        deliver(day, Instant.ofEpochSecond(start + 900L + pop.testOffset()));
        begin();
      }
    }
  }

  /** A new file of each agent. */
  private void begin() {
    workspace.snmpLines.clear();
    workspace.qosLines.clear();
    submissions = 0;
    brokenLines = 0;
    repeats = false;
    conflicts = false;
  }

  /**
   * Adds the lines that a spoiled dump has after the healthy one that starts at {@code lineStart}.
   */
  private void spoil(JsonBuffer lines, SlotMoment moment, int lineStart) {
    int slot = moment.slot();
    if (BROKEN_AFTER.contains(slot) && script.spoiled(DumpFault.BROKEN_LINES, moment.day())) {
      int cut = lineStart + (lines.length() - lineStart) * 3 / 5;
      lines.raw(lines.array(), lineStart, cut).character('\n');
      brokenLines++;
    }
    if (slot == CONFLICTING_SLOT && script.spoiled(DumpFault.CONFLICTING_DUPLICATE, moment.day())) {
      qos.conflictingSpeedTest(lines, moment.start(), sample);
      conflicts = true;
    }
  }

  /** Writes what an agent that nobody registered would deliver. */
  void writeStranger(FaultPlan.Stranger stranger) throws IOException {
    QosDumpWriter writer = new QosDumpWriter(pop);
    SplittableRandom random = streams.of("stranger/" + stranger.agent());
    JsonBuffer lines = workspace.qosLines;
    lines.clear();
    Instant midnight = SimulatedMonths.startOf(stranger.day());
    for (int slot = 0; slot < STRANGER_SLOTS; slot++) {
      sample.draw(random, pop.isp().quality(), DailyLoad.ofMinute(slot * 15 + 7));
      writer.slot(lines, midnight.getEpochSecond() + slot * 900L, sample);
    }
    Instant stamp = midnight.plusSeconds(STRANGER_SLOTS * 900L + 60);
    String name = file("qos", stranger.agent(), lines, stamp, 0);
    key.add(
        Planted.of(
                "unknown_agent",
                null,
                YearMonth.from(stranger.day()),
                "submission_notices",
                "unknown_agent")
            .in(name)
            .with("sender", stranger.agent())
            .saying("Nobody registered this agent."));
  }

  /** Both files; one that covers a quarter hour without a submission is not written. */
  private void deliver(LocalDate day, Instant stamp) throws IOException {
    boolean wholeDay = per == SimulationPlan.DumpFiles.DAY;
    if (wholeDay || workspace.snmpLines.length() > 0) {
      file("snmp", pop.snmpAgent(), workspace.snmpLines, stamp, 0);
    }
    if (wholeDay || workspace.qosLines.length() > 0) {
      deliverTests(day, stamp);
    }
  }

  private void deliverTests(LocalDate day, Instant stamp) throws IOException {
    JsonBuffer lines = workspace.qosLines;
    boolean late = script.spoiled(DumpFault.LATE, day);
    String name = file("qos", pop.qosAgent(), lines, stamp, late ? LATE_SECONDS : 0);
    if (late) {
      plant(
          "late_dump",
          day,
          name,
          "submission_files",
          "ACCEPTED",
          "The dump came three days late and is loaded like any other.",
          0);
    }
    if (script.spoiled(DumpFault.REPEATED_FILE, day)) {
      String again = file("qos", pop.qosAgent(), lines, stamp.plusSeconds(1), 600);
      plant(
          "repeated_file",
          day,
          again,
          "submission_files",
          "DUPLICATE",
          "The same bytes as " + name + " under another name.",
          submissions);
    }
    if (repeats) {
      plant(
          "repeated_submission",
          day,
          name,
          "submission_files",
          "duplicate_submission",
          "The first line is the last one of the day before.",
          1);
    }
    if (brokenLines > 0) {
      plant(
          "broken_lines",
          day,
          name,
          "quarantined_rows",
          "broken_line",
          "Lines are cut in the middle, each beside its whole self.",
          brokenLines);
    }
    if (conflicts) {
      plant(
          "conflicting_duplicate",
          day,
          name,
          "quarantined_rows",
          "conflicting_duplicate",
          "A later submission states another speed for a test that is there already.",
          1);
    }
  }

  private void plant(
      String kind,
      LocalDate day,
      String file,
      String table,
      String code,
      String detail,
      int count) {
    Planted entry = Planted.of(kind, pop.isp(), YearMonth.from(day), table, code).at(pop).in(file);
    key.add((count == 0 ? entry : entry.with("count", count)).saying(detail));
  }

  private String file(
      String originator, UUID agent, JsonBuffer lines, Instant stamp, int secondsLate)
      throws IOException {
    String name = originator + "_" + agent + "_" + STAMP.format(stamp) + ".ndjson.gz";
    byte[] packed = workspace.gzip.pack(lines.array(), lines.length());
    area.dump(agent, name, packed, stamp.plusSeconds(120L + secondsLate));
    return name;
  }
}
