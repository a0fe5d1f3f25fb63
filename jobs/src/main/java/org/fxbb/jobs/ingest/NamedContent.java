package org.fxbb.jobs.ingest;

import java.time.LocalDate;
import org.fxbb.readers.name.DropFileName;
import org.fxbb.readers.name.DropFileName.AppDumpName;
import org.fxbb.readers.name.DropFileName.DumpName;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.name.DropFileName.HistoryName;
import org.fxbb.readers.name.DropFileName.Known;
import org.fxbb.readers.name.DropFileName.RegistryName;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file says about its content, as {@code submission_files} keeps it; whether the
 * sender may send it is not looked at.
 *
 * @param originator code of {@code data_originators}, null where neither name nor inbox tells
 * @param feed null where the name is unknown
 * @param period first day of the month of a filing
 * @param revision of a filing, 0 without one in the name
 */
public record NamedContent(
    @Nullable String originator,
    @Nullable String feed,
    @Nullable LocalDate period,
    @Nullable Integer revision) {

  /** Reads a name that arrived in a kind of inbox. */
  public static NamedContent of(String name, String inbox) {
    String originator = originator(inbox);
    if (!(DropFileName.parse(name) instanceof Known known)) {
      return new NamedContent(originator, null, null, null);
    }
    DropFileName parsed = known.name();
    if (parsed instanceof FilingName filing) {
      return new NamedContent(
          originator, filing.feed().name(), filing.period().atDay(1), filing.revision());
    }
    if (parsed instanceof RegistryName list) {
      return new NamedContent(originator, list.feed().name(), null, null);
    }
    if (parsed instanceof HistoryName history) {
      return new NamedContent(originator, history.feed().name(), null, null);
    }
    if (parsed instanceof DumpName dump) {
      return new NamedContent(dump.originator().name(), dump.originator().prefix(), null, null);
    }
    if (parsed instanceof AppDumpName app) {
      return new NamedContent(app.app().name(), app.app().prefix(), null, null);
    }
    return new NamedContent(originator, null, null, null);
  }

  private static @Nullable String originator(String inbox) {
    return switch (inbox) {
      case "MANUAL" -> "MANUAL";
      case "FILING", "TRY" -> "ISP_API";
      default -> null;
    };
  }
}
