package org.fxbb.readers.app;

import java.io.IOException;
import java.io.InputStream;
import org.fxbb.readers.Limits;
import org.fxbb.readers.json.DumpLoop;
import org.fxbb.readers.json.DumpSink;
import org.fxbb.readers.json.DumpSummary;

/**
 * Reads dumps of the apps, one report per line, plain or gzip. Whatever the bytes are, the outcome
 * is reports and notices; only a failing stream throws. Thread-safe. Source: spec 4.7.
 */
public final class AppDumpReader {
  private final DumpLoop<UserReport> users;
  private final DumpLoop<FieldReport> field;

  /** Makes a reader; one serves for all dumps. */
  public AppDumpReader(Limits limits) {
    this.users = new DumpLoop<>(limits, UserLine::parse, true);
    this.field = new DumpLoop<>(limits, FieldLine::parse, true);
  }

  /** Reads a dump of the user app. */
  public DumpSummary readUsers(InputStream bytes, DumpSink<UserReport> sink) throws IOException {
    return users.read(bytes, sink);
  }

  /** Reads a dump of the field officers' app. */
  public DumpSummary readField(InputStream bytes, DumpSink<FieldReport> sink) throws IOException {
    return field.read(bytes, sink);
  }
}
