package org.fxbb.readers.name;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fxbb.readers.notice.FileNotice.UnknownFileNameNotice;

/** Takes file names apart and says what the right name would have been. */
final class NameParser {

  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private NameParser() {}

  static DropFileName.Parsed parse(String fileName) {
    return new DropFileName.Unknown(new UnknownFileNameNotice(fileName, ""));
  }
}
