package org.fxbb.readers.name;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.notice.Notice;

/**
 * What the name of a file in the drop area says about its content. It says what the sender means;
 * the folder says who the sender is.
 *
 * <p><b>Source:</b> spec 4.2 and 4.8. Names are matched without case.
 */
public sealed interface DropFileName {

  /** Whether the name ends in {@code .gz}. Readers look at the bytes, not at this. */
  boolean gz();

  /** The name as the engine would have written it, with the revision only if there is one. */
  String canonical();

  /**
   * A monthly filing of an ISP.
   *
   * @param ispCode lower case, such as {@code isp-0142}
   * @param feed a feed of kind FILING
   * @param period the month filed, in Asia/Dhaka
   * @param revision 0 where the name has no {@code _r<n>}
   */
  record FilingName(String ispCode, Feed feed, YearMonth period, int revision, boolean gz)
      implements DropFileName {
    @Override
    public String canonical() {
      String r = revision == 0 ? "" : "_r" + revision;
      return ispCode + "_" + feed.name() + "_" + period + r + ".csv" + (gz ? ".gz" : "");
    }
  }

  /**
   * Several filings of an ISP in one archive; the members have names of their own.
   *
   * @param ispCode lower case
   * @param period the month in the name of the archive; members may be of others
   * @param revision 0 where the name has no {@code _r<n>}; members count by their own
   */
  record ZipName(String ispCode, YearMonth period, int revision) implements DropFileName {
    @Override
    public boolean gz() {
      return false;
    }

    @Override
    public String canonical() {
      return ispCode + "_" + period + (revision == 0 ? "" : "_r" + revision) + ".zip";
    }
  }

  /**
   * A dump of an agent.
   *
   * @param stamp when the agent wrote it, to the second
   */
  record DumpName(OriginatorType originator, UUID agent, Instant stamp, boolean gz)
      implements DropFileName {
    @Override
    public String canonical() {
      return originator.prefix()
          + "_"
          + agent
          + "_"
          + NameParser.STAMP.format(stamp)
          + ".ndjson"
          + (gz ? ".gz" : "");
    }
  }

  /**
   * A dump of an app.
   *
   * @param stamp when it was written, to the second
   */
  record AppDumpName(AppKind app, Instant stamp, boolean gz) implements DropFileName {
    @Override
    public String canonical() {
      return app.prefix() + "_" + NameParser.STAMP.format(stamp) + ".ndjson" + (gz ? ".gz" : "");
    }
  }

  /**
   * A registry file of the regulator.
   *
   * @param feed a feed of kind REGISTRY
   * @param date the day the list was made
   */
  record RegistryName(Feed feed, LocalDate date, boolean gz) implements DropFileName {
    @Override
    public String canonical() {
      return feed.name() + "_" + date + ".csv" + (gz ? ".gz" : "");
    }
  }

  /**
   * A bulk history file of the regulator.
   *
   * @param feed one of {@link org.fxbb.readers.feed.HistoryFeeds}
   * @param stamp when it was written, to the second
   */
  record HistoryName(Feed feed, Instant stamp, boolean gz) implements DropFileName {
    @Override
    public String canonical() {
      return feed.name() + "_" + NameParser.STAMP.format(stamp) + ".csv" + (gz ? ".gz" : "");
    }
  }

  /** The outcome of {@link #parse}. */
  sealed interface Parsed {}

  /** The name is understood. */
  record Known(DropFileName name) implements Parsed {}

  /** The name is not understood; the notice says why and what it should be. */
  record Unknown(Notice notice) implements Parsed {}

  /** Reads a file name without folders. Never throws, whatever the text. */
  static Parsed parse(String fileName) {
    return NameParser.parse(fileName);
  }
}
