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
        describe(
            text(key, "seed"),
            text(key, "from"),
            text(key, "days"),
            text(key, "isps"),
            text(key, "pops"));
    String expected =
        describe(
            Long.toString(plan.seed()),
            plan.from().toString(),
            Integer.toString(plan.days()),
            Integer.toString(plan.isps()),
            Integer.toString(plan.pops()));
    if (!found.equals(expected)) {
      throw new EngineFailure(
          "Cannot start this demo in %s: expected no other simulated nation (%s), found the one of %s. Give the demo folders of its own, for example FXBB_VAR=./var-2 FXBB_OUTPUT=./out-2, or remove var and out to begin anew."
              .formatted(dropArea, expected, found));
    }
    return true;
  }

  private static String describe(String seed, String from, String days, String isps, String pops) {
    return "seed %s, from %s, %s days, %s ISPs, %s PoPs".formatted(seed, from, days, isps, pops);
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
