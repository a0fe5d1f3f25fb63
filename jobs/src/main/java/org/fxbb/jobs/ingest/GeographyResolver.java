package org.fxbb.jobs.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fxbb.readers.feed.LocationResolver;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds places by code, legacy code, name or alias, from memory. Immutable and thread-safe.
 *
 * <p>Codes of 8 digits (unions) mean the upazila or thana they begin with. Names are matched
 * without case, spaces and punctuation, within the parent that the row names; a name alone is
 * matched on every level and is ambiguous where several places have it.
 *
 * <p><b>Source</b>: spec 4.4.
 */
public final class GeographyResolver implements LocationResolver {
  /** The code that means the whole country, in coverage lists. */
  public static final String WHOLE_COUNTRY = "BD";

  private static final int MOST_SUGGESTIONS = 5;
  private static final int LONGEST_NAME = 60;

  private final Map<String, Spot> byCode = new HashMap<>();
  private final Map<String, String> legacy = new HashMap<>();
  private final Map<String, List<Match>> byName = new HashMap<>();
  private final boolean wholeCountry;

  /** A place; the parents' codes are null above their level. */
  private record Spot(
      String locationCode,
      String level,
      String nameEn,
      String nameBn,
      @Nullable String divisionCode,
      @Nullable String districtCode) {

    String quoted() {
      return nameEn + " (" + locationCode + ")";
    }

    boolean liesIn(@Nullable String parent) {
      return parent == null
          || parent.equals(divisionCode)
          || parent.equals(districtCode)
          || parent.equals(locationCode);
    }
  }

  private record Match(Spot spot, boolean alias) {}

  private record Pair(String code, String text) {}

  private GeographyResolver(boolean wholeCountry) {
    this.wholeCountry = wholeCountry;
  }

  /**
   * Reads the geography tables.
   *
   * @param wholeCountry whether {@code BD} is a place here
   */
  public static GeographyResolver read(DataSource database, boolean wholeCountry) {
    JdbcClient client = JdbcClient.create(database);
    GeographyResolver resolver = new GeographyResolver(wholeCountry);
    for (Spot spot : client.sql(sql("locations")).query(Spot.class).list()) {
      resolver.byCode.put(spot.locationCode(), spot);
      resolver.addName(spot.nameEn(), spot, false);
      resolver.addName(spot.nameBn(), spot, false);
    }
    for (Pair alias : client.sql(sql("aliases")).query(Pair.class).list()) {
      Spot spot = resolver.byCode.get(alias.code());
      if (spot != null) {
        resolver.addName(alias.text(), spot, true);
      }
    }
    for (Pair old : client.sql(sql("legacyCodes")).query(Pair.class).list()) {
      resolver.legacy.put(old.code(), old.text());
    }
    return resolver;
  }

  @Override
  public Resolution resolve(Place place) {
    String code = place.code();
    return code == null ? byNames(place) : byCode(code.strip());
  }

  private Resolution byCode(String code) {
    if (wholeCountry && code.equalsIgnoreCase(WHOLE_COUNTRY)) {
      return new Found(WHOLE_COUNTRY, false);
    }
    String key = code.toLowerCase(Locale.ROOT);
    if (byCode.containsKey(key)) {
      return new Found(key, false);
    }
    String current = legacy.get(key);
    if (current != null && byCode.containsKey(current)) {
      return new Found(current, true);
    }
    if (key.length() == 8 && byCode.containsKey(key.substring(0, 6))) {
      return new Found(key.substring(0, 6), true);
    }
    if (key.chars().allMatch(Character::isDigit)) {
      return new NotFound(nearestCodes(key));
    }
    return pick(code, matches(code, null, null));
  }

  private Resolution byNames(Place place) {
    String division = place.division();
    String district = place.district();
    String upazila = place.upazila();
    Set<String> parents = new LinkedHashSet<>();
    String last = "";
    String[] levels = {"division", "district", "upazila"};
    @Nullable String[] names = {division, district, upazila};
    List<Match> found = List.of();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name != null) {
        found = matches(name, levels[i], parents);
        if (found.isEmpty()) {
          return new NotFound(nearestNames(name, levels[i], parents));
        }
        parents = new LinkedHashSet<>();
        for (Match match : found) {
          parents.add(match.spot().locationCode());
        }
        last = name;
      }
    }
    return pick(last, found);
  }

  private Resolution pick(String name, List<Match> found) {
    List<Match> exact = found.stream().filter(m -> !m.alias()).toList();
    List<Match> best = exact.isEmpty() ? found : exact;
    Set<Spot> spots = new LinkedHashSet<>();
    best.forEach(match -> spots.add(match.spot()));
    if (spots.isEmpty()) {
      return new NotFound(nearestNames(name, null, null));
    }
    if (spots.size() > 1) {
      return new Ambiguous(spots.stream().map(Spot::quoted).toList());
    }
    return new Found(best.get(0).spot().locationCode(), exact.isEmpty());
  }

  private List<Match> matches(String name, @Nullable String level, @Nullable Set<String> parents) {
    return byName.getOrDefault(normal(name), List.of()).stream()
        .filter(match -> fits(match.spot(), level, parents))
        .toList();
  }

  private static boolean fits(Spot spot, @Nullable String level, @Nullable Set<String> parents) {
    boolean rightLevel =
        level == null
            || level.equals(spot.level())
            || (level.equals("upazila") && spot.level().equals("thana"));
    return rightLevel
        && (parents == null || parents.isEmpty() || parents.stream().anyMatch(spot::liesIn));
  }

  private List<String> nearestCodes(String code) {
    return byCode.values().stream()
        .filter(spot -> spot.locationCode().length() == code.length())
        .sorted(
            Comparator.comparingInt((Spot spot) -> distance(code, spot.locationCode()))
                .thenComparing(Spot::locationCode))
        .limit(MOST_SUGGESTIONS)
        .map(Spot::quoted)
        .toList();
  }

  private List<String> nearestNames(
      String name, @Nullable String level, @Nullable Set<String> parents) {
    String wanted = normal(name);
    return byCode.values().stream()
        .filter(spot -> fits(spot, level, parents))
        .sorted(
            Comparator.comparingInt(
                    (Spot spot) ->
                        Math.min(
                            distance(wanted, normal(spot.nameEn())),
                            distance(wanted, normal(spot.nameBn()))))
                .thenComparing(Spot::locationCode))
        .limit(MOST_SUGGESTIONS)
        .map(Spot::quoted)
        .toList();
  }

  private void addName(String name, Spot spot, boolean alias) {
    List<Match> matches = byName.computeIfAbsent(normal(name), n -> new ArrayList<>());
    if (matches.stream().noneMatch(m -> m.spot().equals(spot))) {
      matches.add(new Match(spot, alias));
    }
  }

  private static String normal(String name) {
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return Normalizer.normalize(cut, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}]+", "");
  }

  /** Levenshtein distance. */
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
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static String sql(String name) {
    return SqlText.of(GeographyResolver.class, name);
  }
}
