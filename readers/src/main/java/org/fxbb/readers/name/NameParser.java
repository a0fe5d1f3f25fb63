package org.fxbb.readers.name;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.name.DropFileName.AppDumpName;
import org.fxbb.readers.name.DropFileName.DumpName;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.name.DropFileName.HistoryName;
import org.fxbb.readers.name.DropFileName.RegistryName;
import org.fxbb.readers.name.DropFileName.ZipName;
import org.fxbb.readers.notice.FileNotice.UnknownFileNameNotice;
import org.fxbb.readers.notice.FileNotice.WorkbookInsteadOfCsvNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;

/** Takes file names apart. Source: spec 4.2 and 4.8. */
final class NameParser {

  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private static final int LONGEST_NAME = 255;
  private static final int OLDEST_YEAR = 2000;

  private static final Pattern FILING =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,62})_([a-z]+)_(\\d{4}-\\d{2})(?:_r(\\d{1,4}))?\\.csv(\\.gz)?");
  private static final Pattern ZIP =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,62})_(?:[a-z_]{1,40}_)?(\\d{4}-\\d{2})(?:_r(\\d{1,4}))?\\.zip");
  private static final Pattern DUMP =
      Pattern.compile(
          "(snmp|qos)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\\d{8}t\\d{6}z)\\.ndjson(\\.gz)?");
  private static final Pattern APP_DUMP =
      Pattern.compile("(userapp|regapp)_(\\d{8}t\\d{6}z)\\.ndjson(\\.gz)?");
  private static final Pattern REGISTRY =
      Pattern.compile("([a-z_]+)_(\\d{4}-\\d{2}-\\d{2})\\.csv(\\.gz)?");

  private static final Pattern HISTORY =
      Pattern.compile("(history_[a-z]+)_(\\d{8}t\\d{6}z)\\.csv(\\.gz)?");

  private NameParser() {}

  static DropFileName.Parsed parse(String fileName) {
    Optional<DropFileName> name = find(fileName);
    if (name.isPresent()) {
      return new DropFileName.Known(name.get());
    }
    String found = String.valueOf(NoticeCatalogue.shorten(fileName));
    return new DropFileName.Unknown(
        NameGuess.asCsv(fileName)
            .<Notice>map(csv -> new WorkbookInsteadOfCsvNotice(found, csv))
            .orElseGet(() -> new UnknownFileNameNotice(found, NameGuess.rightName(fileName))));
  }

  /** The name, where it fits one of the forms whole. */
  static Optional<DropFileName> find(String fileName) {
    if (fileName.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    try {
      return findFiling(name)
          .or(() -> findZip(name))
          .or(() -> findDump(name))
          .or(() -> findAppDump(name))
          .or(() -> findRegistry(name))
          .or(() -> findHistory(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<DropFileName> findFiling(String name) {
    Matcher m = FILING.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    Optional<Feed> feed = Feeds.findByName(Kind.FILING, m.group(2));
    YearMonth period = YearMonth.parse(m.group(3));
    if (feed.isEmpty() || period.getYear() < OLDEST_YEAR) {
      return Optional.empty();
    }
    int revision = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    return Optional.of(
        new FilingName(m.group(1), feed.get(), period, revision, m.group(5) != null));
  }

  private static Optional<DropFileName> findZip(String name) {
    Matcher m = ZIP.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    YearMonth period = YearMonth.parse(m.group(2));
    if (period.getYear() < OLDEST_YEAR) {
      return Optional.empty();
    }
    int revision = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    return Optional.of(new ZipName(m.group(1), period, revision));
  }

  private static Optional<DropFileName> findDump(String name) {
    Matcher m = DUMP.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    OriginatorType originator =
        m.group(1).equals(OriginatorType.SNMP_AGENT.prefix())
            ? OriginatorType.SNMP_AGENT
            : OriginatorType.QOS_AGENT;
    Instant stamp = stamp(m.group(3));
    return Optional.of(
        new DumpName(originator, UUID.fromString(m.group(2)), stamp, m.group(4) != null));
  }

  private static Optional<DropFileName> findAppDump(String name) {
    Matcher m = APP_DUMP.matcher(name);
    return m.matches()
        ? AppKind.findByPrefix(m.group(1))
            .map(app -> new AppDumpName(app, stamp(m.group(2)), m.group(3) != null))
        : Optional.empty();
  }

  private static Instant stamp(String text) {
    return LocalDateTime.parse(text.toUpperCase(Locale.ROOT), STAMP).toInstant(ZoneOffset.UTC);
  }

  private static Optional<DropFileName> findRegistry(String name) {
    Matcher m = REGISTRY.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.parse(m.group(2));
    return Feeds.findByName(Kind.REGISTRY, m.group(1))
        .filter(feed -> date.getYear() >= OLDEST_YEAR)
        .map(feed -> new RegistryName(feed, date, m.group(3) != null));
  }

  private static Optional<DropFileName> findHistory(String name) {
    Matcher m = HISTORY.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    Instant stamp = stamp(m.group(2));
    return HistoryFeeds.findByName(m.group(1))
        .map(feed -> new HistoryName(feed, stamp, m.group(3) != null));
  }
}
