package org.fxbb.cron.validate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.fxbb.migrations.Migrator;
import org.fxbb.readers.feed.LocationResolver;
import org.jspecify.annotations.Nullable;

/**
 * The places of the published geography, from the reference data that the migrations load, so that
 * a file can be checked without a database.
 *
 * <p><b>Shape</b>: a code is found as it is or as a legacy code; names are matched within the
 * district or division given, without regard to case, spaces and hyphens, aliases included.
 *
 * <p><b>Source</b>: spec 4.4.
 */
final class PublishedPlaces implements LocationResolver {
  private static final int MOST_SUGGESTIONS = 5;

  /** English name by code, in the order of codes. */
  private final Map<String, String> names = new TreeMap<>();

  private final Map<String, String> legacy = new HashMap<>();
  private final Map<String, Set<String>> codesByName = new HashMap<>();
  private final Set<String> aliases = new HashSet<>();

  PublishedPlaces() {
    read("geocodes", row -> add(row.getField("bbs_code"), row));
    Map<String, Integer> uncoded = new HashMap<>();
    read(
        "geocode_uncoded",
        row -> {
          String district = row.getField("district_code");
          add(district + "u" + uncoded.merge(district, 1, Integer::sum), row);
        });
    read(
        "geocode_aliases",
        row -> {
          String alias = normal(row.getField("alias"));
          if (codes(alias).add(row.getField("bbs_code"))) {
            aliases.add(alias);
          }
        });
    read(
        "geocode_legacy",
        row -> legacy.put(row.getField("legacy_code"), row.getField("current_code")));
  }

  @Override
  public Resolution resolve(Place place) {
    String code = place.code();
    if (code != null) {
      return resolveCode(code);
    }
    Set<String> scope = Set.of("");
    boolean translated = false;
    int length = 0;
    for (String name :
        new @Nullable String[] {place.division(), place.district(), place.upazila()}) {
      length += 2;
      if (name != null) {
        Set<String> found = within(scope, normal(name), length);
        if (found.isEmpty()) {
          return new NotFound(nearest(normal(name)));
        }
        translated |= aliases.contains(normal(name));
        scope = found;
      }
    }
    return scope.size() == 1
        ? new Found(scope.iterator().next(), translated)
        : new Ambiguous(scope.stream().map(this::label).toList());
  }

  private Resolution resolveCode(String code) {
    if (names.containsKey(code)) {
      return new Found(code, false);
    }
    String current = legacy.get(code);
    return current == null ? new NotFound(nearest(normal(code))) : new Found(current, true);
  }

  /** Codes of that name below one of the parents; a level is told by the length of its codes. */
  private Set<String> within(Set<String> parents, String name, int length) {
    Set<String> found = new TreeSet<>();
    for (String code : codesByName.getOrDefault(name, Set.of())) {
      boolean level = length == 6 ? code.length() >= 6 : code.length() == length;
      if (level && parents.stream().anyMatch(code::startsWith)) {
        found.add(code);
      }
    }
    return found;
  }

  private List<String> nearest(String wanted) {
    return names.keySet().stream()
        .sorted(
            Comparator.comparingInt(
                code ->
                    Math.min(distance(normal(names.get(code)), wanted), distance(code, wanted))))
        .limit(MOST_SUGGESTIONS)
        .map(this::label)
        .toList();
  }

  private String label(String code) {
    return names.get(code) + " (" + code + ")";
  }

  private void add(String code, NamedCsvRecord row) {
    names.put(code, row.getField("name_en"));
    codes(normal(row.getField("name_en"))).add(code);
    codes(normal(row.getField("name_bn"))).add(code);
  }

  private Set<String> codes(String name) {
    return codesByName.computeIfAbsent(name, key -> new TreeSet<>());
  }

  private static String normal(@Nullable String name) {
    return name == null
        ? ""
        : Normalizer.normalize(name, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\-'.]", "");
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static void read(String table, Consumer<NamedCsvRecord> rows) {
    String path = "/db/reference/" + table + ".csv";
    try (InputStream in = Migrator.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + path + " is not in the jar.");
      }
      CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
          .forEach(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
