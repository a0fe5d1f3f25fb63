package org.fxbb.cron.validate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fxbb.cron.EngineFailure;
import org.fxbb.readers.Limits;
import org.fxbb.readers.app.AppDumpReader;
import org.fxbb.readers.app.FieldReport;
import org.fxbb.readers.app.UserReport;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.bytes.ZipMembers;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.CsvSummary;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.FilingPolicy;
import org.fxbb.readers.feed.FilingRules;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.name.AppKind;
import org.fxbb.readers.name.DropFileName;
import org.fxbb.readers.name.OriginatorType;
import org.fxbb.readers.notice.FileNotice.UnknownFileNameNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.Severity;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.qos.QosSubmission;
import org.fxbb.readers.snmp.SnmpDumpReader;
import org.fxbb.readers.snmp.SnmpSubmission;
import org.jspecify.annotations.Nullable;

/**
 * What the readers say about one file: its name, its dialect, every row or line. Rules that compare
 * it with other files, or with the registry, need the database and are left to the intake.
 *
 * @param fileName as given
 * @param what the feed or kind of dump, null when the name says nothing
 * @param read rows or lines read
 * @param bad of these, how many would not be loaded
 * @param notices everything found, in the order of the file, at most {@link #MOST_NOTICES}
 * @param allNotices how many there were
 * @param worst the gravest of them all, null when there were none
 * @param codes how often each rule spoke, as they were met first
 * @param form how a CSV file is written; null where no header was read, and of a zip
 * @param coverage which checks ran, and which could not
 */
public record FileCheck(
    String fileName,
    @Nullable String what,
    long read,
    long bad,
    List<Notice> notices,
    long allNotices,
    @Nullable Severity worst,
    List<OfCode> codes,
    @Nullable Form form,
    Coverage coverage) {

  /** How often a rule spoke, and what it said first. */
  public record OfCode(Notice first, long notices) {}

  /** Header and separator of a CSV file. */
  public record Form(List<String> header, char separator) {}

  /** How many notices are kept, so that a hopeless file does not fill the memory. */
  public static final int MOST_NOTICES = 1_000;

  /**
   * Reads a file to its end.
   *
   * @throws EngineFailure when there is no such file or it cannot be read
   */
  public static FileCheck of(Path file) {
    return of(file, Findings.NONE);
  }

  /** The same, telling somebody everything on the way. */
  static FileCheck of(Path file, Findings findings) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isReadable(file)) {
      throw new EngineFailure(
          "Cannot validate %s: expected a file that can be read, found none.".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new EngineFailure(
          "Cannot validate %s: expected a file, found a pipe or a device. Save what it holds under the name it would be sent by, and check that."
              .formatted(file));
    }
    Collector collector = new Collector(findings);
    DropFileName.Parsed parsed = DropFileName.parse(name);
    if (parsed instanceof DropFileName.Unknown unknown) {
      collector.notice(unknown.notice());
      return collector.check(name, null);
    }
    DropFileName known = ((DropFileName.Known) parsed).name();
    if (known instanceof DropFileName.ZipName) {
      return collector.zip(name, file);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return collector.check(name, collector.read(known, in));
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot validate %s: expected to read it to its end, found \"%s\"."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Whether the engine would have something to say beyond information. */
  public boolean foundSomething() {
    return worst == Severity.FATAL || worst == Severity.ERROR || worst == Severity.WARNING;
  }

  /** Counts everything and keeps the first notices. */
  private static final class Collector implements FeedRowSink {
    private final List<Notice> notices = new ArrayList<>();
    private long all;
    private long read;
    private long bad;
    private @Nullable Severity worst;
    private final FilingRules rules = new FilingRules(FilingPolicy.none());
    private RepeatedKeys keys = new RepeatedKeys();
    private Coverage coverage = Coverage.ofName();
    private final Findings findings;
    private final Map<String, OfCode> codes = new LinkedHashMap<>();
    private @Nullable Form form;

    Collector(Findings findings) {
      this.findings = findings;
    }

    String read(DropFileName name, InputStream in) throws IOException {
      if (name instanceof DropFileName.FilingName filing) {
        return csv(filing.feed(), filing.period(), Limits.DEFAULT, in);
      }
      if (name instanceof DropFileName.RegistryName registry) {
        return csv(registry.feed(), null, Limits.DEFAULT, in);
      }
      if (name instanceof DropFileName.HistoryName history) {
        return csv(history.feed(), null, Limits.DEFAULT.withoutFileLimit(), in);
      }
      if (name instanceof DropFileName.AppDumpName app) {
        return app(app.app(), in);
      }
      OriginatorType originator = ((DropFileName.DumpName) name).originator();
      DumpSummary summary =
          switch (originator) {
            case SNMP_AGENT ->
                new SnmpDumpReader(Limits.DEFAULT)
                    .read(in, new Dump<>(SnmpSubmission::notices, SnmpSubmission::rejected));
            case QOS_AGENT ->
                new QosDumpReader(Limits.DEFAULT)
                    .read(in, new Dump<>(QosSubmission::notices, QosSubmission::rejected));
          };
      coverage = Coverage.ofDump();
      read = summary.lines();
      bad = summary.rejectedLines();
      return originator.prefix() + " dump";
    }

    private String app(AppKind app, InputStream in) throws IOException {
      AppDumpReader reader = new AppDumpReader(Limits.DEFAULT);
      DumpSummary summary =
          app == AppKind.USER_APP
              ? reader.readUsers(in, new Dump<>(UserReport::notices, report -> List.of()))
              : reader.readField(in, new Dump<>(FieldReport::notices, report -> List.of()));
      read = summary.lines();
      bad = summary.rejectedLines();
      return app.prefix() + " dump";
    }

    private String csv(Feed feed, @Nullable YearMonth period, Limits limits, InputStream in)
        throws IOException {
      CsvSummary summary =
          new CsvFeedReader(limits, new PublishedPlaces()).read(feed, period, in, this);
      read += summary.rows();
      bad += summary.badRows();
      form = summary.header().isEmpty() ? null : new Form(summary.header(), summary.separator());
      coverage = Coverage.ofCsv(feed, feed.kind() == Kind.HISTORY ? null : keys);
      return feed.name();
    }

    /** Reads the filings in a zip, one after the other. */
    FileCheck zip(String name, Path file) {
      try {
        ZipMembers.read(file, Limits.DEFAULT, new Members());
      } catch (RefusedContentException e) {
        notice(e.notice());
      } catch (IOException e) {
        throw new EngineFailure(
            "Cannot validate %s: expected to read it to its end, found \"%s\"."
                .formatted(file, e.getMessage()),
            e);
      }
      form = null;
      return check(name, "zip");
    }

    private final class Members implements ZipMembers.Sink {
      @Override
      public void member(String name, InputStream bytes) throws IOException {
        DropFileName.Parsed parsed = DropFileName.parse(name);
        if (parsed instanceof DropFileName.Unknown unknown) {
          Collector.this.notice(unknown.notice());
        } else if (((DropFileName.Known) parsed).name() instanceof DropFileName.FilingName filing) {
          keys = new RepeatedKeys();
          csv(filing.feed(), filing.period(), Limits.DEFAULT, bytes);
        } else {
          Collector.this.notice(new UnknownFileNameNotice(name, "<isp_code>_<feed>_<yyyy-mm>.csv"));
        }
        bytes.transferTo(OutputStream.nullOutputStream());
      }

      @Override
      public void damaged(String name) {
        // the notice that follows says so
      }

      @Override
      public void notice(Notice notice) {
        Collector.this.notice(notice);
      }
    }

    FileCheck check(String name, @Nullable String what) {
      return new FileCheck(
          name,
          what,
          read,
          bad,
          List.copyOf(notices),
          all,
          worst,
          List.copyOf(codes.values()),
          form,
          coverage);
    }

    @Override
    public void row(FeedRow row) {
      if (row.feed().kind() == Kind.HISTORY) {
        return;
      }
      List<Notice> found = new ArrayList<>(rules.check(row));
      Notice repeated = keys.check(row);
      if (repeated != null) {
        found.add(repeated);
      }
      found.forEach(this::notice);
      List<Notice> errors =
          found.stream().filter(notice -> notice.severity() == Severity.ERROR).toList();
      if (!errors.isEmpty()) {
        bad++;
        findings.rejected(row.rowNumber(), row.rawCells(), errors);
      }
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> reasons) {
      findings.rejected(
          row.rowNumber(),
          row.cells(),
          reasons.stream().filter(notice -> notice.severity() == Severity.ERROR).toList());
    }

    @Override
    public void notice(Notice notice) {
      all++;
      findings.notice(notice);
      codes.merge(
          notice.code(),
          new OfCode(notice, 1),
          (old, one) -> new OfCode(old.first(), old.notices() + 1));
      if (worst == null || notice.severity().compareTo(worst) < 0) {
        worst = notice.severity();
      }
      if (notices.size() < MOST_NOTICES) {
        notices.add(notice);
      }
    }

    /** Passes the notices of a dump on. */
    private final class Dump<S> implements DumpSink<S> {
      private final Function<S, List<Notice>> noticesOf;
      private final Function<S, List<RejectedRecord>> rejectedOf;

      Dump(Function<S, List<Notice>> noticesOf, Function<S, List<RejectedRecord>> rejectedOf) {
        this.noticesOf = noticesOf;
        this.rejectedOf = rejectedOf;
      }

      @Override
      public void submission(S submission) {
        noticesOf.apply(submission).forEach(Collector.this::notice);
        rejectedOf
            .apply(submission)
            .forEach(record -> record.notices().forEach(Collector.this::notice));
      }

      @Override
      public void rejected(RejectedLine line, List<Notice> reasons) {
        reasons.forEach(Collector.this::notice);
      }

      @Override
      public void notice(Notice notice) {
        Collector.this.notice(notice);
      }
    }
  }
}
