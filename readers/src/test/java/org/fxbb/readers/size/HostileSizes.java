package org.fxbb.readers.size;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.csv.CsvFeedReader;
import org.fxbb.readers.csv.FeedRowSink;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.FeedRow;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.feed.LocationResolver.NotFound;
import org.fxbb.readers.history.HistoryPart;
import org.fxbb.readers.history.HistoryPartReader;
import org.fxbb.readers.history.HistoryParts;
import org.fxbb.readers.history.HistorySink;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.RejectedLine;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosDumpReader;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;

/**
 * Reads deliveries of hostile sizes and prints what each came to, one line each. Run by {@link
 * HostileSizesTest} in a JVM with a small heap.
 */
public final class HostileSizes {
  private static final long GIGABYTE = 1L << 30;
  private static final String LONG = "x".repeat(1 << 16);
  private static final long TIMES = GIGABYTE / LONG.length();
  private static final int MILLION = 1_000_000;
  private static final String FILING =
      "package_code,location,current_count,new_count,churned_count\n";
  private static final String SESSIONS = "time,isp_code,bras_id,poll_status,active_sessions\n";
  private static final String SESSION = "2026-02-01T00:00:00Z,isp-0001,b1,SUCCESS,7\n";

  private HostileSizes() {}

  /** Reads them all. */
  public static void main(String[] args) throws IOException {
    filing("a row of 1 GB", bytes(FILING, LONG, TIMES, ""));
    filing("a quoted cell of 1 GB", bytes(FILING + "\"", LONG + "\n", TIMES, ""));
    filing("a row of a billion cells", bytes(FILING, ",".repeat(1 << 16), TIMES, ""));
    filing("blank lines of 1 GB", bytes(FILING, " ".repeat(999) + "\n", MILLION, ""));
    filing("a gzip bomb of blank lines", bomb(FILING, '\n'));
    filing("a million bad rows", bytes(FILING, "A,30,x,-1,2.5\n", MILLION, ""));
    filing("a million ragged rows", bytes(FILING, "A,30\n", MILLION, ""));
    history("a row of 1 GB", bytes(SESSIONS + SESSION, LONG, TIMES, "\n" + SESSION));
    history("a quoted cell of 1 GB", bytes(SESSIONS + "\"", LONG, TIMES, "\n" + SESSION));
    history("a million bad rows", bytes(SESSIONS, "now,i,b,SUCCESS,x\n", MILLION, ""));
    dump("a line of 1 GB", bytes("", LONG, TIMES, "\n{}\n"));
    dump("a gzip bomb of zeros", bomb("", '\0'));
    dump("a million open arrays", bytes("", "[", MILLION, "\n"));
    dump("a million open arrays in a field", bytes("{\"x\":", "[", MILLION, "\n"));
    dump("a text of 15 MB", bytes("{\"isp_id\":\"", "x", 15 << 20, "\"}\n"));
    dump("a million records", bytes("{\"ping_tests\":[{}", ",{}", MILLION, "]}\n"));
    dump("seven million odd records", bytes("{\"ping_tests\":[1", ",1", 7 * MILLION, "]}\n"));
    dump("a million odd queries", bytes("{\"dns_test\":{\"queries\":[1", ",1", MILLION, "]}}\n"));
    dump("many names", manyNames());
    dump("a million bad lines", bytes("", "{}\n", MILLION, ""));
  }

  private static InputStream bytes(String head, String unit, long times, String tail) {
    return new RepeatedBytes(head, unit, times, tail);
  }

  /** A gigabyte of one character in 64 members of an archive, a megabyte in all. */
  private static InputStream bomb(String head, char fill) throws IOException {
    byte[] plain = new byte[16 << 20];
    Arrays.fill(plain, (byte) fill);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(first)) {
      zip.write(head.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(member)) {
      zip.write(plain);
    }
    return new SequenceInputStream(
        new ByteArrayInputStream(first.toByteArray()),
        new RepeatedBytes("", member.toByteArray(), GIGABYTE / plain.length, ""));
  }

  private static void filing(String what, InputStream bytes) throws IOException {
    Counts counts = new Counts();
    Feed feed = Feeds.SUBSCRIBERS;
    new CsvFeedReader(Limits.DEFAULT, place -> new NotFound(List.of()))
        .read(feed, null, bytes, counts);
    counts.print("filing: " + what);
  }

  private static void history(String what, InputStream bytes) throws IOException {
    Counts counts = new Counts();
    HistoryParts parts =
        HistoryParts.open(
            HistoryFeeds.SESSIONS,
            bytes,
            Limits.DEFAULT.withoutFileLimit(),
            HistoryParts.PART_BYTES / 8);
    HistoryPartReader reader = parts.reader();
    for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
      reader.read(part, counts);
    }
    counts.print("history: " + what);
  }

  private static void dump(String what, InputStream bytes) throws IOException {
    Counts counts = new Counts();
    new QosDumpReader(Limits.DEFAULT).read(bytes, counts.dump());
    counts.print("dump: " + what);
  }

  /** An object of a million different names, twelve megabytes made as they are read. */
  private static InputStream manyNames() {
    List<InputStream> thousands =
        new AbstractList<>() {
          @Override
          public InputStream get(int thousand) {
            return new ByteArrayInputStream(names(thousand).getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public int size() {
            return 1000;
          }
        };
    return new SequenceInputStream(Collections.enumeration(thousands));
  }

  private static String names(int thousand) {
    return IntStream.range(thousand * 1000, (thousand + 1) * 1000)
        .mapToObj(i -> (i == 0 ? "{\"" : ",\"") + Integer.toString(i, 36) + "\":1")
        .collect(Collectors.joining("", "", thousand == 999 ? "}\n" : ""));
  }

  /** Counts what is given and keeps nothing. */
  private static final class Counts implements FeedRowSink, HistorySink {
    private final Map<String, Integer> counts = new TreeMap<>();

    void print(String what) {
      System.out.println(what + " " + counts);
    }

    private void count(String what) {
      counts.merge(what, 1, Integer::sum);
    }

    @Override
    public void row(FeedRow row) {
      count("ROW");
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> notices) {
      count("BAD");
    }

    @Override
    public void notice(Notice notice) {
      count(notice.code());
    }

    @Override
    public @Nullable Notice session(long row, String isp, @Nullable String pop, SessionPoll poll) {
      count("ROW");
      return null;
    }

    @Override
    public @Nullable Notice poll(long row, String isp, InterfacePoll poll) {
      throw new AssertionError("a poll of an interface");
    }

    @Override
    public @Nullable Notice test(long row, String isp, String pop, UUID agent, QosTest test) {
      throw new AssertionError("a test");
    }

    <S> DumpSink<S> dump() {
      return new DumpSink<>() {
        @Override
        public void submission(S submission) {
          count("ROW");
        }

        @Override
        public void rejected(RejectedLine line, List<Notice> notices) {
          count("BAD");
          notices.forEach(notice -> count(notice.code()));
        }

        @Override
        public void notice(Notice notice) {
          count(notice.code());
        }
      };
    }
  }
}
