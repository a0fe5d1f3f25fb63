package org.fxbb.cron.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code on} or {@code off}. */
final class OnOff implements ITypeConverter<Boolean> {

  @Override
  public Boolean convert(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default ->
          throw new TypeConversionException("expected on or off, found \"%s\"".formatted(value));
    };
  }
}
