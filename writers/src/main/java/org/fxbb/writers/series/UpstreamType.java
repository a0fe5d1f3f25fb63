package org.fxbb.writers.series;

/** The ids of {@code upstream_types}, which is reference data and never changes. */
final class UpstreamType {
  private UpstreamType() {}

  static int idOf(String interfaceType) {
    return switch (interfaceType) {
      case "INTERNET" -> 1;
      case "IX" -> 2;
      case "CACHE" -> 3;
      case "DOWNSTREAM" -> 4;
      default ->
          throw new IllegalArgumentException(
              "Expected INTERNET, IX, CACHE or DOWNSTREAM, found \"" + interfaceType + "\".");
    };
  }
}
