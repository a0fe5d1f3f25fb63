package org.fxbb.readers.history;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fxbb.readers.Limits;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.csv.SingleRecords;
import org.fxbb.readers.csv.SingleRecords.Reading;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Dribble;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.notice.RowNotice.UnknownIspCodeNotice;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any history file gives rows and notices: the same ones wherever its parts are cut, however its
 * bytes arrive, and whether or not its records are read from their bytes. The first line of an
 * input names the feed, the rest is the file.
 */
class HistoryFuzzTest {
  private static final List<Feed> FEEDS =
      List.of(HistoryFeeds.SESSIONS, HistoryFeeds.INTERFACES, HistoryFeeds.QOS);
  private static final Limits LIMITS = new Limits(100_000, 2_000, 500, 50, 100, 3_000, 16);

  static List<byte[]> seeds() {
    return Corpus.of(
        HistoryFuzzTest.class,
        """
        history_sessions
        time,isp_code,bras_id,pop_code,poll_status,active_sessions
        2026-02-01T00:00:00+06:00,isp-0001,b1,p1,SUCCESS,7
        2026-02-01 00:15,isp-0001,"b ""1"", x",,timeout,
        01/02/2026 00:30,isp-0001,"b
        2", p1 ,SUCCESS,"১,২৩৪"
        """,
        """
        history_interfaces
        time;isp_code;pop_code;target_key;interface_type;poll_status;in_bps;out_bps;utilization_in_pct;restarted;data_quality
        2026-02-01T00:00:00Z;isp-0001;p1;t1/3/INTERNET;INTERNET;SUCCESS;123456789;99;12.5;false;RELIABLE
        2026-02-01T00:00:00Z;isp-0001;p1;t1/ge-0/0/1/IX;IX;ERROR;;;;true;NO_DATA
        """,
        """
        history_qos
        sep=,
        time,isp_code,pop_code,agent_uuid,test_type,target_type,target_key,test_status,latency_avg_ms,packets_sent,dns_query_ms,path_complete,details
        2026-02-01T00:00:00Z,isp-0001,p1,5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10,DNS,LOCAL_BD,x,SUCCESS,1.25,20,1.5|Infinity|2,true,"{""a"":[1,2e5]}"
        2026-02-01T00:00:00Z,isp-0001,p1,5F0C7C66-5F0E-4F43-8F5A-1F6F3D1B2A10,ICMP,IX,,PARTIAL,.5,,,TRUE,[]
        """);
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aFileGivesTheSameRowsHoweverItIsRead(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String name = text.substring(0, Math.max(0, end));
    Feed feed =
        HistoryFeeds.findByName(name)
            .orElse(FEEDS.get(Math.floorMod(name.hashCode(), FEEDS.size())));
    byte[] file = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    List<String> whole = read(feed, new ByteArrayInputStream(file), 1 << 16);
    List<String> pieces = read(feed, new Dribble(file), 1 + bytes.length % 70);
    check(whole.equals(pieces), "something else in smaller parts", whole, pieces);
    List<String> general = readGenerally(feed, file);
    check(
        general.isEmpty() || whole.equals(general),
        "something else read generally",
        whole,
        general);
  }

  @Test
  void soDoesEveryMutationOfTheCorpus() throws IOException {
    for (byte[] input : Corpus.mutations(seeds(), 5_000).toList()) {
      aFileGivesTheSameRowsHoweverItIsRead(input);
    }
  }

  private static List<String> read(Feed feed, InputStream bytes, int partBytes) throws IOException {
    Told told = new Told();
    HistoryParts parts;
    try {
      parts = HistoryParts.open(feed, bytes, LIMITS, partBytes);
    } catch (RefusedContentException e) {
      Sound.notice(e.notice());
      return List.of(e.notice().toString());
    }
    parts.notices().forEach(told::notice);
    HistoryPartReader reader = parts.reader();
    long records = 0;
    for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
      records += reader.read(part, told);
    }
    check(records == told.rows + told.bad, "records are not those given", records, told.all);
    check(parts.damage() == null, "plain bytes were damaged");
    return told.all;
  }

  /** The same as a file of records none of which is written plainly; empty where it is refused. */
  private static List<String> readGenerally(Feed feed, byte[] file) throws IOException {
    Told told = new Told();
    SingleRecords records;
    HistoryParts parts;
    try {
      byte[] utf8 = Utf8Bytes.of(new ByteArrayInputStream(file)).readAllBytes();
      records = SingleRecords.open(feed, utf8, LIMITS);
      parts = HistoryParts.open(feed, new ByteArrayInputStream(file), LIMITS, 1 << 16);
    } catch (RefusedContentException e) {
      return List.of();
    }
    parts.notices().forEach(told::notice);
    RecordEnds ends = new RecordEnds((byte) records.separator(), LIMITS.rowChars());
    HistoryRows rows = new HistoryRows(feed);
    for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
      long row = part.firstRow();
      for (int at = 0; at < part.length(); row++) {
        int next = ends.after(part.bytes(), at, part.length(), true);
        Reading reading = reading(records, row, part.bytes(), at, next);
        at = next;
        if (reading == null) {
          continue;
        }
        List<Notice> notices = new ArrayList<>(reading.notices());
        Notice refused =
            reading.row() == null ? null : rows.give(row, new RowCells(reading.row()), told);
        if (refused != null) {
          notices.add(refused);
        }
        if (reading.row() == null || refused != null) {
          told.rejected(reading.asDelivered(), notices);
        } else {
          notices.forEach(told::notice);
        }
      }
    }
    return told.all;
  }

  private static @Nullable Reading reading(
      SingleRecords records, long row, byte[] bytes, int from, int next) throws IOException {
    int to = next;
    to -= to > from && bytes[to - 1] == '\n' ? 1 : 0;
    to -= to > from && bytes[to - 1] == '\r' ? 1 : 0;
    int most = LIMITS.rowChars();
    String record = new String(bytes, from, Math.min(to - from, most), StandardCharsets.UTF_8);
    return to - from > most ? records.tooLong(row, record, most) : records.read(row, record);
  }

  /** Everything that was given, as text; one row in five is refused. */
  private static final class Told implements HistorySink {
    final List<String> all = new ArrayList<>();
    long rows;
    long bad;

    private @Nullable Notice take(long row, String isp, @Nullable String pop, Object what) {
      Sound.text(isp);
      Sound.text(pop);
      Sound.text(what.toString());
      if (row % 5 == 0) {
        return new UnknownIspCodeNotice(row, "isp_code", isp);
      }
      rows++;
      all.add(row + " " + isp + " " + pop + " " + what);
      return null;
    }

    @Override
    public @Nullable Notice poll(long row, String isp, InterfacePoll poll) {
      return take(row, isp, poll.pop(), poll);
    }

    @Override
    public @Nullable Notice session(long row, String isp, @Nullable String pop, SessionPoll poll) {
      return take(row, isp, pop, poll);
    }

    @Override
    public @Nullable Notice test(long row, String isp, String pop, UUID agent, QosTest test) {
      return take(row, isp, pop, agent + " " + test);
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> notices) {
      Sound.reasons(notices);
      row.cells().forEach(Sound::text);
      bad++;
      all.add("rejected " + row + " " + notices);
    }

    @Override
    public void notice(Notice notice) {
      Sound.notice(notice);
      all.add(notice.toString());
    }
  }
}
