package org.fxbb.readers.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.Feeds;

/** Guesses the name that somebody meant: the fix told for a name that is not understood. */
final class NameGuess {

  private static final String FILING_FORM = "<isp_code>_<feed>_<yyyy-mm>.csv";
  private static final String ZIP_FORM = "<isp_code>_<yyyy-mm>.zip";
  private static final String DUMP_FORM = "<snmp|qos>_<agent_uuid>_<yyyyMMdd>T<HHmmss>Z.ndjson";
  private static final String REGISTRY_FORM = "<feed>_<yyyy-mm-dd>.csv";

  private static final Pattern FILING_LIKE =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,62})_([a-z_]+?)_?(\\d{4})[-_.]?(\\d{1,2})(_r\\d{1,4})?\\.csv(\\.gz)?");
  private static final Pattern REGISTRY_LIKE =
      Pattern.compile("([a-z_]+?)_?(\\d{4})[-_.]?(\\d{2})[-_.]?(\\d{2})\\.csv(\\.gz)?");
  private static final Pattern WORKBOOK =
      Pattern.compile(
          "(.*?)(?:\\.csv)?\\.(?:xlsx?|xlsm|xlsb|ods|numbers)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int MOST_EDITS = 2;

  private NameGuess() {}

  /** The right name where it can be guessed; otherwise the form of such names. */
  static String rightName(String fileName) {
    if (fileName.length() > 255) {
      return "a name of at most 255 characters";
    }
    String clean = clean(fileName);
    return NameParser.find(clean)
        .map(DropFileName::canonical)
        .or(() -> guessFiling(clean))
        .or(() -> guessRegistry(clean))
        .orElseGet(() -> form(clean));
  }

  /** The name that a workbook should have once it is saved as CSV; empty where it is none. */
  static Optional<String> asCsv(String fileName) {
    Matcher m = WORKBOOK.matcher(fileName);
    return m.matches() ? Optional.of(rightName(m.group(1) + ".csv")) : Optional.empty();
  }

  /** Without what file managers and browsers add. */
  private static String clean(String fileName) {
    return latin(fileName)
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(copy of |কপি )", "")
        .replaceAll("\\s*\\(\\d+\\)", "")
        .replaceAll("\\s*- copy", "")
        .replaceFirst("(\\.csv)+(\\.txt)?$", ".csv")
        .replaceFirst("\\.(jsonl|json)(\\.gz)?$", ".ndjson$2")
        .strip()
        .replaceAll("\\s+", "_");
  }

  private static String latin(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .map(c -> c >= '০' && c <= '৯' ? '0' + c - '০' : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static Optional<String> guessFiling(String clean) {
    Matcher m = FILING_LIKE.matcher(clean);
    if (!m.matches()) {
      return Optional.empty();
    }
    String month = m.group(4).length() == 1 ? "0" + m.group(4) : m.group(4);
    String tail =
        (m.group(5) == null ? "" : m.group(5)) + ".csv" + (m.group(6) == null ? "" : ".gz");
    return nearest(Kind.FILING, m.group(2))
        .map(feed -> m.group(1) + "_" + feed + "_" + m.group(3) + "-" + month + tail)
        .flatMap(NameParser::find)
        .map(DropFileName::canonical);
  }

  private static Optional<String> guessRegistry(String clean) {
    Matcher m = REGISTRY_LIKE.matcher(clean);
    if (!m.matches()) {
      return Optional.empty();
    }
    String tail = m.group(5) == null ? ".csv" : ".csv.gz";
    return nearest(Kind.REGISTRY, m.group(1))
        .map(feed -> feed + "_" + m.group(2) + "-" + m.group(3) + "-" + m.group(4) + tail)
        .flatMap(NameParser::find)
        .map(DropFileName::canonical);
  }

  private static String form(String clean) {
    if (clean.endsWith(".zip")) {
      return ZIP_FORM;
    }
    if (clean.endsWith(".ndjson") || clean.endsWith(".ndjson.gz")) {
      return DUMP_FORM;
    }
    if (Feeds.listAll().stream()
        .anyMatch(f -> f.kind() == Kind.REGISTRY && clean.startsWith(f.name() + "_"))) {
      return REGISTRY_FORM + ", where feed is one of " + names(Kind.REGISTRY);
    }
    return "%s, where feed is one of %s and mm is 01 to 12, or %s"
        .formatted(FILING_FORM, names(Kind.FILING), ZIP_FORM);
  }

  private static String names(Kind kind) {
    return Feeds.listAll().stream()
        .filter(f -> f.kind() == kind)
        .map(Feed::name)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> nearest(Kind kind, String word) {
    return Feeds.listAll().stream()
        .filter(f -> f.kind() == kind)
        .map(Feed::name)
        .filter(name -> Nearest.edits(name, word) <= MOST_EDITS)
        .min((a, b) -> Integer.compare(Nearest.edits(a, word), Nearest.edits(b, word)));
  }
}
