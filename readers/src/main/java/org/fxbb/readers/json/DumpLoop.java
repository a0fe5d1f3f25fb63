package org.fxbb.readers.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.notice.AgentNotice.BrokenLineNotice;
import org.fxbb.readers.notice.AgentNotice.LineTooLongNotice;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a dump line by line; what is wrong with one line never touches another. Thread-safe.
 *
 * <p><b>Source:</b> spec 4.5, 4.6 and 4.10: dumps are never rejected for bad lines.
 *
 * @param <S> the kind of submission
 */
public final class DumpLoop<S> {

  private static final String DOCUMENT = "one JSON object, whole, on one line";

  /** A line may be 16 MB; what is made of it must not take ten times as much. */
  private static final int LONGEST_STRING = 1 << 20;

  private static final long MOST_TOKENS = 2_000_000;

  private final Limits limits;
  private final LineParser<S> lineParser;
  private final boolean ofPersons;
  private final JsonFactory json;

  /** Makes a loop that gives each line to a parser. */
  public DumpLoop(Limits limits, LineParser<S> lineParser) {
    this(limits, lineParser, false);
  }

  /**
   * Makes a loop that gives each line to a parser.
   *
   * @param ofPersons whether lines may hold what persons wrote: then neither a line nor a value of
   *     it goes into a rejection or a notice
   */
  public DumpLoop(Limits limits, LineParser<S> lineParser, boolean ofPersons) {
    this.limits = limits;
    this.lineParser = lineParser;
    this.ofPersons = ofPersons;
    this.json =
        JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // a line is UTF-8, and no guess
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.jsonDepth())
                    .maxStringLength(Math.min(limits.lineBytes(), LONGEST_STRING))
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();
  }

  /** Reads a whole dump, plain or gzip. Only a failing stream throws; it is not closed. */
  public DumpSummary read(InputStream bytes, DumpSink<S> sink) throws IOException {
    Counter counter = new Counter();
    DumpLines lines;
    try {
      lines = new DumpLines(DeliveredBytes.openUnlimited(bytes), limits.lineBytes());
    } catch (RefusedContentException e) {
      sink.notice(e.notice());
      return counter.summary(false);
    }
    try {
      while (lines.next()) {
        counter.add(readLine(lines, sink));
      }
    } catch (RefusedContentException e) {
      if (lines.takeRest()) {
        reject(lines, sink, brokenLine(lines, "the damaged archive ends inside it"));
        counter.add(false);
      }
      sink.notice(e.notice());
      return counter.summary(false);
    }
    if (counter.lines() == 0) {
      sink.notice(new EmptyFileNotice());
    }
    return counter.summary(true);
  }

  private boolean readLine(DumpLines lines, DumpSink<S> sink) {
    if (lines.tooLong()) {
      String found = lines.fullLength() + " bytes";
      Notice notice =
          new LineTooLongNotice(lines.number(), found, "at most " + limits.lineBytes() + " bytes");
      return reject(lines, sink, notice);
    }
    try (JsonParser parser =
        json.createParser(
            ObjectReadContext.empty(), lines.buffer(), lines.from(), lines.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return reject(lines, sink, brokenLine(lines, "something that is no object"));
      }
      JsonFields fields =
          new JsonFields(parser, lines.buffer(), lines.from(), lines.number(), ofPersons);
      long hash = ContentHash.of(lines.buffer(), lines.from(), lines.length());
      S submission = lineParser.parse(fields, hash);
      if (parser.nextToken() != null) {
        return reject(lines, sink, brokenLine(lines, "something behind the object"));
      }
      if (submission == null) {
        return reject(lines, sink, fields.takeNotices());
      }
      sink.submission(submission);
      return true;
    } catch (JacksonException e) {
      String found =
          ofPersons
              ? "no JSON from byte " + e.getLocation().getByteOffset() + " of the line"
              : e.getOriginalMessage();
      return reject(lines, sink, brokenLine(lines, found));
    }
  }

  private boolean reject(DumpLines lines, DumpSink<S> sink, Notice notice) {
    return reject(lines, sink, List.of(notice));
  }

  private boolean reject(DumpLines lines, DumpSink<S> sink, List<Notice> notices) {
    RejectedLine line = lines.reject();
    sink.rejected(ofPersons ? line.withoutText() : line, notices);
    return false;
  }

  private static BrokenLineNotice brokenLine(DumpLines lines, @Nullable String found) {
    return new BrokenLineNotice(
        lines.number(), String.valueOf(NoticeCatalogue.shorten(found)), DOCUMENT);
  }

  /** Counts lines by outcome. */
  private static final class Counter {
    private long good;
    private long bad;

    void add(boolean accepted) {
      good += accepted ? 1 : 0;
      bad += accepted ? 0 : 1;
    }

    long lines() {
      return good + bad;
    }

    DumpSummary summary(boolean complete) {
      return new DumpSummary(lines(), good, bad, complete);
    }
  }
}
