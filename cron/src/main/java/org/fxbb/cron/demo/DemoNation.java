package org.fxbb.cron.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxbb.cron.EngineFailure;
import org.fxbb.readers.simulate.SimulationPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the nation of a plan already lies in a drop area, told by its answer key. */
public final class DemoNation {
  private static final String KEY = "answer-key.json";

  private DemoNation() {}

  /**
   * Looks for the nation.
   *
   * @return true when it was written before, false when the drop area has no answer key
   * @throws EngineFailure when another nation is there: two would mix in one database
   */
  public static boolean isThere(SimulationPlan plan, Path dropArea) {
    Path file = dropArea.resolve(KEY);
    if (!Files.exists(file)) {
      return false;
    }
    JsonNode key = JsonMapper.shared().readTree(read(file));
    String found =
        "%s, from %s, %s days".formatted(nation(key), text(key, "from"), text(key, "days"));
    String expected = "%s, from %s, %d days".formatted(nation(plan), plan.from(), plan.days());
    if (!found.equals(expected)) {
      throw new EngineFailure(
          "Cannot start this demo in %s: expected no other simulated nation (%s), found the one of %s. Give the demo folders of its own, for example FXBB_VAR=./var-2 FXBB_OUTPUT=./out-2, or remove var and out to begin anew."
              .formatted(dropArea, expected, found));
    }
    return true;
  }

  /**
   * Refuses a folder that holds another nation: the same codes would stand for other ISPs and PoPs.
   * Other days of the same nation may be added.
   */
  public static void refuseOther(SimulationPlan plan, Path dropArea) {
    Path file = dropArea.resolve(KEY);
    if (!Files.exists(file)) {
      return;
    }
    String found = nation(JsonMapper.shared().readTree(read(file)));
    if (!found.equals(nation(plan))) {
      throw new EngineFailure(
          "Cannot write the simulated files to %s: expected no nation or that of %s, found the one of %s. Choose another folder with --out, or remove what is there."
              .formatted(dropArea, nation(plan), found));
    }
  }

  private static String nation(SimulationPlan plan) {
    return nation(
        Long.toString(plan.seed()), Integer.toString(plan.isps()), Integer.toString(plan.pops()));
  }

  private static String nation(JsonNode key) {
    return nation(text(key, "seed"), text(key, "isps"), text(key, "pops"));
  }

  private static String nation(String seed, String isps, String pops) {
    return "seed %s, %s ISPs, %s PoPs".formatted(seed, isps, pops);
  }

  private static String text(JsonNode key, String field) {
    return key.path(field).asString("?");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
