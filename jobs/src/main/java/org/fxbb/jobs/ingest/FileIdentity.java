package org.fxbb.jobs.ingest;

import java.time.Instant;
import java.time.YearMonth;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.jobs.run.Period;
import org.fxbb.readers.name.DropFileName;
import org.fxbb.readers.name.DropFileName.AppDumpName;
import org.fxbb.readers.name.DropFileName.DumpName;
import org.fxbb.readers.name.DropFileName.FilingName;
import org.fxbb.readers.name.DropFileName.HistoryName;
import org.fxbb.readers.name.DropFileName.Known;
import org.fxbb.readers.name.DropFileName.RegistryName;
import org.fxbb.readers.name.DropFileName.Unknown;
import org.fxbb.readers.name.DropFileName.ZipName;
import org.fxbb.readers.notice.FileNotice.PeriodInFutureNotice;
import org.fxbb.readers.notice.FileNotice.PeriodTooOldNotice;
import org.fxbb.readers.notice.FileNotice.SenderMismatchNotice;
import org.fxbb.readers.notice.FileNotice.UnknownFileNameNotice;
import org.fxbb.readers.notice.FileNotice.UnknownIspNotice;
import org.fxbb.readers.notice.FileNotice.WorkbookInsteadOfCsvNotice;
import org.fxbb.readers.notice.Notice;
import org.fxbb.writers.file.ReceivedFile;
import org.jspecify.annotations.Nullable;

/**
 * Holds the name of a file, which says what the sender means, against its folder, which says who
 * the sender is.
 *
 * <p><b>Source</b>: spec 4.1, 4.2 and 4.11.
 */
final class FileIdentity {
  private static final int OLDEST_MONTHS = 24;

  private final Registry registry;

  FileIdentity(Registry registry) {
    this.registry = registry;
  }

  /** What a file is. */
  sealed interface Identity {}

  /** It cannot be told, or must not be: a FATAL notice. */
  record Refused(Notice notice) implements Identity {}

  /** A filing of a registered ISP for a month that can be filed. */
  record Filing(FilingName name, Isp isp) implements Identity {}

  /** A filing that came before the list of ISPs. */
  record Unregistered(FilingName name) implements Identity {}

  /** A zip of filings; the ISP is null where it came before the list of ISPs. */
  record Zip(ZipName name, @Nullable Isp isp) implements Identity {}

  /** A dump of an app. */
  record AppDump(AppDumpName name) implements Identity {}

  /** A registry file. */
  record RegistryFile(RegistryName name) implements Identity {}

  /** A bulk history file. */
  record HistoryDump(HistoryName name) implements Identity {}

  /** A dump; whether the agent is registered is not looked at. */
  record Dump(DumpName name) implements Identity {}

  Identity identify(ReceivedFile file) {
    DropFileName.Parsed parsed = DropFileName.parse(file.fileName());
    if (parsed instanceof Known known) {
      return identify(file, known.name());
    }
    return new Refused(ofFolder(file, ((Unknown) parsed).notice()));
  }

  /** What a name is held against says what belongs into the folder, and whose folder it is. */
  private static Notice ofFolder(ReceivedFile file, Notice notice) {
    String sender = file.sender();
    if (file.inbox().equals("FILING") || file.inbox().equals("TRY")) {
      if (notice instanceof UnknownFileNameNotice name) {
        return new UnknownFileNameNotice(
            name.found(), name.expected().replace("<isp_code>", sender));
      }
      return notice instanceof WorkbookInsteadOfCsvNotice book
          ? new WorkbookInsteadOfCsvNotice(
              book.found(), book.expected().replace("<isp_code>", sender))
          : notice;
    }
    return notice instanceof UnknownFileNameNotice && !file.inbox().equals("AGENT")
        ? new UnknownFileNameNotice(file.fileName(), expectedIn(file))
        : notice;
  }

  private Identity identify(ReceivedFile file, DropFileName name) {
    String inbox = file.inbox();
    if (name instanceof FilingName filing && (inbox.equals("FILING") || inbox.equals("TRY"))) {
      return filing(file, filing);
    }
    if (name instanceof ZipName zip && (inbox.equals("FILING") || inbox.equals("TRY"))) {
      return zip(file, zip);
    }
    if (name instanceof RegistryName list && inbox.equals("MANUAL")) {
      return new RegistryFile(list);
    }
    if (name instanceof HistoryName history && inbox.equals("MANUAL")) {
      return new HistoryDump(history);
    }
    if (name instanceof AppDumpName app && inbox.equals("APP")) {
      return new AppDump(app);
    }
    if (name instanceof DumpName dump && inbox.equals("AGENT")) {
      return dump.agent().toString().equalsIgnoreCase(file.sender())
          ? new Dump(dump)
          : new Refused(new SenderMismatchNotice(dump.agent().toString(), file.sender()));
    }
    return new Refused(new UnknownFileNameNotice(file.fileName(), expectedIn(file)));
  }

  private Identity zip(ReceivedFile file, ZipName name) {
    if (!name.ispCode().equalsIgnoreCase(file.sender())) {
      return new Refused(new SenderMismatchNotice(name.ispCode(), file.sender()));
    }
    Isp isp = registry.findIspByCode(file.sender()).orElse(null);
    return isp == null && !registry.isEmpty()
        ? new Refused(new UnknownIspNotice(file.sender()))
        : new Zip(name, isp);
  }

  private Identity filing(ReceivedFile file, FilingName name) {
    if (!name.ispCode().equalsIgnoreCase(file.sender())) {
      return new Refused(new SenderMismatchNotice(name.ispCode(), file.sender()));
    }
    Isp isp = registry.findIspByCode(file.sender()).orElse(null);
    if (isp == null) {
      return registry.isEmpty()
          ? new Unregistered(name)
          : new Refused(new UnknownIspNotice(file.sender()));
    }
    YearMonth newest = monthOf(file.receivedAt()).minusMonths(1);
    YearMonth oldest = newest.minusMonths(OLDEST_MONTHS - 1L);
    if (name.period().isAfter(newest)) {
      return new Refused(new PeriodInFutureNotice(name.period().toString(), newest.toString()));
    }
    if (name.period().isBefore(oldest)) {
      return new Refused(new PeriodTooOldNotice(name.period().toString(), oldest.toString()));
    }
    return new Filing(name, isp);
  }

  private static YearMonth monthOf(Instant time) {
    return YearMonth.from(time.atZone(Period.DHAKA));
  }

  private static String expectedIn(ReceivedFile file) {
    return switch (file.inbox()) {
      case "AGENT" -> "<snmp|qos>_" + file.sender() + "_<yyyyMMdd'T'HHmmss'Z'>.ndjson";
      case "APP" -> "<userapp|regapp>_<yyyyMMdd'T'HHmmss'Z'>.ndjson";
      case "MANUAL" ->
          "<feed>_<yyyy-mm-dd>.csv or history_<interfaces|sessions|qos>_<yyyyMMdd'T'HHmmss'Z'>.csv";
      default -> file.sender() + "_<feed>_<yyyy-mm>.csv or " + file.sender() + "_<yyyy-mm>.zip";
    };
  }
}
