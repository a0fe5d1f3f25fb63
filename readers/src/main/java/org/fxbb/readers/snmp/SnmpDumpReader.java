package org.fxbb.readers.snmp;

import java.io.IOException;
import java.io.InputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;

/** Reads dumps of SNMP agents, one submission per line. Thread-safe. */
public final class SnmpDumpReader {

  private final Limits limits;

  /** Makes a reader; one serves for all dumps. */
  public SnmpDumpReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a whole dump, plain or gzip, told apart by its first bytes. Whatever the bytes are, the
   * outcome is submissions and notices; only a failing stream throws. The stream is not closed.
   */
  public DumpSummary read(InputStream bytes, DumpSink<SnmpSubmission> sink) throws IOException {
    if (bytes.read() < 0 || limits.lineBytes() == 0) {
      return new DumpSummary(0, 0, 0, true);
    }
    throw new UnsupportedOperationException("not built yet");
  }
}
