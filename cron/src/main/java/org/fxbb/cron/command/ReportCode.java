package org.fxbb.cron.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the code of a report, in either case. */
final class ReportCode implements ITypeConverter<String> {
  /** The report of the nation. */
  static final String NATIONAL = "R1";

  /** The scorecards, one for each ISP. */
  static final String SCORECARDS = "R2";

  /** The report on filings and arrivals. */
  static final String FILINGS = "R5";

  @Override
  public String convert(String value) {
    String code = value.toUpperCase(Locale.ROOT);
    if (!List.of(NATIONAL, SCORECARDS, FILINGS).contains(code)) {
      throw new TypeConversionException(
          "expected R1 (the nation), R2 (scorecards of ISPs) or R5 (filings and arrivals), found \"%s\". Correct --report."
              .formatted(value));
    }
    return code;
  }
}
