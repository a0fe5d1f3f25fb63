package org.fxbb.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fxbb.readers.bytes.DeliveredBytes;
import org.fxbb.readers.bytes.RefusedContentException;
import org.fxbb.readers.csv.ConformanceCase;
import org.fxbb.readers.csv.Outcome;
import org.fxbb.readers.csv.RejectedRow;
import org.fxbb.readers.feed.HistoryFeeds;
import org.fxbb.readers.notice.Notice;
import org.fxbb.readers.qos.QosTest;
import org.fxbb.readers.snmp.InterfacePoll;
import org.fxbb.readers.snmp.SessionPoll;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code conformance.txt} that are files of history, wherever parts are cut. */
class HistoryConformanceTest {

  static List<ConformanceCase> cases() throws IOException {
    return ConformanceCase.listAll().stream()
        .filter(given -> given.feed().equals(HistoryFeeds.SESSIONS))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aHistorySaysWhatItsBytesSay(ConformanceCase given) throws IOException {
    for (int partBytes : new int[] {1, 50, 1 << 20}) {
      assertThat(read(given, partBytes)).isEqualTo(given.expected('2'));
    }
  }

  private static List<String> read(ConformanceCase given, int partBytes) throws IOException {
    Outcome out = new Outcome();
    Sessions sink = new Sessions(out);
    try {
      DeliveredBytes plain = DeliveredBytes.openUnlimited(new ByteArrayInputStream(given.bytes()));
      HistoryParts parts = HistoryParts.open(given.feed(), plain, given.limits(), partBytes);
      parts.notices().forEach(out::notice);
      HistoryPartReader reader = parts.reader();
      for (HistoryPart part = parts.next(); part != null; part = parts.next()) {
        reader.read(part, sink);
      }
    } catch (RefusedContentException e) {
      out.notice(e.notice());
    }
    return out.lines();
  }

  /** Takes rows of sessions. */
  private record Sessions(Outcome out) implements HistorySink {
    @Override
    public @Nullable Notice session(long row, String isp, @Nullable String pop, SessionPoll poll) {
      out.row(
          row,
          poll.time(),
          isp,
          poll.brasId(),
          pop,
          poll.pollStatus(),
          poll.activeSessions(),
          poll.pppoeSessions(),
          poll.dhcpLeases(),
          poll.ipoeSessions());
      return null;
    }

    @Override
    public void rejected(RejectedRow row, List<Notice> notices) {
      notices.forEach(out::notice);
      out.rejected(row, notices);
    }

    @Override
    public void notice(Notice notice) {
      out.notice(notice);
    }

    @Override
    public @Nullable Notice poll(long row, String isp, InterfacePoll poll) {
      throw new AssertionError("a poll of an interface");
    }

    @Override
    public @Nullable Notice test(long row, String isp, String pop, UUID agent, QosTest test) {
      throw new AssertionError("a test");
    }
  }
}
