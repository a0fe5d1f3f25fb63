package org.fxbb.readers.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxbb.readers.Limits;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.feed.Feeds;
import org.fxbb.readers.feed.HistoryFeeds;

/** A case of {@code conformance.txt}, whose beginning says how it is written. */
public final class ConformanceCase {
  private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+?)\\*(\\d+)}");
  private static final Map<String, String> MACROS =
      Map.of(
          "{S}", "package_code,location,current_count,new_count,churned_count\\n",
          "{H}", "time,isp_code,bras_id,poll_status,active_sessions\\n",
          "{T}", "2026-02-01T00:00:00Z");
  private static final String PACKAGES =
      "package_code,has_fup,package_name,package_type,download_speed_mbps,upload_speed_mbps,"
          + "mir_mbps,cir_mbps,price_bdt,status\\n";

  private final String name;
  private final Map<String, String> settings = new TreeMap<>();
  private final List<String> lines;

  private ConformanceCase(String paragraph) {
    this.lines = List.of(paragraph.split("\n"));
    this.name = lines.get(0).substring(2);
    for (String line : lines) {
      if (line.matches("(feed|as|limits) .*")) {
        String[] words = line.split(" ", 2);
        settings.put(words[0], words[1]);
      }
    }
  }

  /** All cases, in the order of the file. */
  public static List<ConformanceCase> listAll() throws IOException {
    try (InputStream in = ConformanceCase.class.getResourceAsStream("conformance.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n+"))
          .filter(paragraph -> paragraph.startsWith("= "))
          .map(ConformanceCase::new)
          .toList();
    }
  }

  /** The feed of the file. */
  public Feed feed() {
    String feed = settings.getOrDefault("feed", "subscribers");
    return Feeds.findByName(Kind.FILING, feed)
        .or(() -> Feeds.findByName(Kind.REGISTRY, feed))
        .or(() -> HistoryFeeds.findByName(feed))
        .orElseThrow();
  }

  /** The limits the file is read with. */
  public Limits limits() {
    Limits all = Limits.DEFAULT;
    String[] limit = settings.getOrDefault("limits", "none=0").split("=", 2);
    int most = Integer.parseInt(limit[1]);
    return switch (limit[0]) {
      case "file" -> all.withFileBytes(most);
      case "row" -> limits(most, all.cellChars(), all.columns());
      case "cell" -> limits(all.rowChars(), most, all.columns());
      case "columns" -> limits(all.rowChars(), all.cellChars(), most);
      default -> all;
    };
  }

  private static Limits limits(int row, int cell, int columns) {
    Limits all = Limits.DEFAULT;
    return new Limits(
        all.fileBytes(), row, cell, columns, all.archiveRatio(), all.lineBytes(), all.jsonDepth());
  }

  /** The file. */
  public byte[] bytes() {
    String file = "";
    for (String line : lines) {
      file += line.startsWith("< ") ? line.substring(2) : "";
    }
    return encode(expand(packages(file)), Charset.forName(settings.getOrDefault("as", "UTF-8")));
  }

  /** Rows of packages are long: after {P} a line is a code and has_fup only. */
  private static String packages(String file) {
    return file.startsWith("{P}")
        ? PACKAGES + file.substring(3).replace("\\n", ",n,SOHO,1,1,1,1,1,active\\n")
        : file;
  }

  /** What comes of it, by reader 1 or 2. */
  public List<String> expected(char reader) {
    List<String> expected = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("> ")) {
        expected.add(decoded(line.substring(2)));
      } else if (line.startsWith(reader + "> ")) {
        expected.add(decoded(line.substring(3)));
      }
    }
    return expected;
  }

  private static String decoded(String line) {
    return new String(encode(expand(line), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String expand(String written) {
    String text = written;
    for (Map.Entry<String, String> macro : MACROS.entrySet()) {
      text = text.replace(macro.getKey(), macro.getValue());
    }
    return REPEATED.matcher(text).replaceAll(ConformanceCase::repeat);
  }

  private static String repeat(MatchResult found) {
    return Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2))));
  }

  private static byte[] encode(String text, Charset charset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      if (text.charAt(at) != '\\') {
        out.writeBytes(text.substring(at, next).getBytes(charset));
        at = next;
        continue;
      }
      char kind = text.charAt(at + 1);
      int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
      int code = digits == 0 ? 0 : Integer.parseInt(text, at + 2, at + 2 + digits, 16);
      if (kind == 'x') {
        out.write(code);
      } else {
        out.writeBytes(Character.toString(character(kind, code)).getBytes(charset));
      }
      at += 2 + digits;
    }
    return out.toByteArray();
  }

  private static int character(char kind, int code) {
    return switch (kind) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 's' -> ' ';
      case '0' -> 0;
      case '\\' -> '\\';
      case 'u' -> code;
      default -> throw new IllegalArgumentException("No escape: \\" + kind);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConformanceCase that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
