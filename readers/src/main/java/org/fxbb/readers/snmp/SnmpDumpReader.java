package org.fxbb.readers.snmp;

import java.io.IOException;
import java.io.InputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpLoop;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;

/** Reads dumps of SNMP agents, one submission per line. Thread-safe. Source: spec 4.5. */
public final class SnmpDumpReader {

  private final DumpLoop<SnmpSubmission> loop;

  /** Makes a reader; one serves for all dumps. */
  public SnmpDumpReader(Limits limits) {
    this.loop = new DumpLoop<>(limits, SnmpLine::parse);
  }

  /**
   * Reads a whole dump, plain or gzip, told apart by its first bytes. Whatever the bytes are, the
   * outcome is submissions and notices; only a failing stream throws. The stream is not closed.
   */
  public DumpSummary read(InputStream bytes, DumpSink<SnmpSubmission> sink) throws IOException {
    return loop.read(bytes, sink);
  }
}
