package org.fxbb.cron.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time such as 7d, 12h or 30m; at most a hundred years. */
final class SpanConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,8})([dhm])");
  private static final Duration MOST = Duration.ofDays(36_525);

  @Override
  public Duration convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      Duration span =
          switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
          };
      if (span.compareTo(MOST) <= 0) {
        return span;
      }
    }
    throw new TypeConversionException(
        "expected a length of time of at most %,d days such as 7d, 12h or 30m, found \"%s\""
            .formatted(MOST.toDays(), value));
  }
}
