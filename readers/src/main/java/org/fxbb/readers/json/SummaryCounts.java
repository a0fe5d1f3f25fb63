package org.fxbb.readers.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.readers.notice.AgentNotice.SummaryCountMismatchNotice;
import org.fxbb.readers.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * The counts of records that a submission states. Counts of successes and failures are not
 * compared: whether a test passed is judged centrally. Source: spec 4.5 and 4.6.
 */
public final class SummaryCounts {

  private final String path;
  private final Map<String, Long> counts = new HashMap<>();

  /** Takes the path to be told in notices. */
  public SummaryCounts(String path) {
    this.path = path;
  }

  /** Reads the summary's object. */
  public void read(JsonFields fields) {
    if (!fields.beginsObject()) {
      return;
    }
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      switch (name) {
        case "interface_records",
            "subscriber_records",
            "total_records",
            "speed",
            "ping",
            "dns",
            "http",
            "traceroute",
            "total" -> {
          Long count = fields.whole(0, Integer.MAX_VALUE);
          if (count != null) {
            counts.put(name, count);
          }
        }
        default -> fields.skip();
      }
    }
  }

  /** Tells where a stated count is not the number of records delivered. */
  public void compare(String name, long delivered, SubmissionHeader header, List<Notice> notices) {
    @Nullable Long stated = counts.get(name);
    if (stated != null && stated != delivered) {
      notices.add(
          new SummaryCountMismatchNotice(
              header.lineNumber(),
              path + "." + name,
              stated.toString(),
              String.valueOf(delivered)));
    }
  }
}
