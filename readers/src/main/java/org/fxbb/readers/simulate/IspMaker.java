package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents ISPs: a name, a licence, an area that fits the licence, and packages under the tariff
 * cap.
 */
final class IspMaker {

  private static final List<String> DIVISIONS =
      List.of("10", "20", "30", "40", "45", "50", "55", "60");

  /** Districts where ISPs are at home more often than elsewhere. */
  private static final List<String> CITIES =
      List.of("3026", "3026", "3026", "2015", "2015", "3033", "4047", "5081", "6091", "3067");

  private final Streams streams;
  private final Geography geography;
  private final LocalDate from;
  private final List<String[]> words;
  private final List<String[]> suffixes;

  IspMaker(Streams streams, Geography geography, LocalDate from) {
    this.streams = streams;
    this.geography = geography;
    this.from = from;
    List<String[]> names = ResourceTable.rows("names.csv");
    this.words = names.stream().filter(row -> row[0].equals("word")).toList();
    this.suffixes = names.stream().filter(row -> row[0].equals("suffix")).toList();
  }

  /** The ISP of {@code number} with {@code popCount} PoPs. */
  IspProfile make(int number, int popCount) {
    SplittableRandom random = streams.of("isp/" + number);
    LicenceCategory category = LicenceCategory.ofNumber(number);
    Place home = homeDistrict(random);
    List<Place> popPlaces = new ArrayList<>();
    List<Place> locations = locations(random, category, home, popCount, popPlaces);
    int subscribers = random.nextInt(category.leastSubscribers, category.mostSubscribers);
    LocalDate issued =
        LocalDate.of(from.getYear() - 2 - random.nextInt(2), 1, 1).plusDays(random.nextInt(365));
    String licence =
        "14.32.0000.702.%02d.%03d.%02d.%d"
            .formatted(category.service, number, issued.getYear() % 100, 1 + number % 9);
    String[] name = name(number, home);
    return new IspProfile(
        number,
        "isp-%04d".formatted(number),
        name[0],
        name[1],
        category,
        licence,
        issued,
        locations.get(0),
        coverage(category, home, locations),
        List.copyOf(popPlaces),
        locations,
        subscribers,
        random.nextDouble(),
        Streams.between(random, 0.89, 0.92),
        PackageMaker.make(random, number, category));
  }

  private Place homeDistrict(SplittableRandom random) {
    if (random.nextDouble() < 0.55) {
      return geography.district(CITIES.get(random.nextInt(CITIES.size())));
    }
    List<Place> all = geography.districts();
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Where the ISP has subscribers: first where its PoPs stand (these go to {@code popPlaces} too),
   * then one or two more in its home district.
   */
  private List<Place> locations(
      SplittableRandom random,
      LicenceCategory category,
      Place home,
      int popCount,
      List<Place> popPlaces) {
    List<Place> area = new ArrayList<>(area(category, home));
    shuffle(area, random);
    area.remove(home);
    area.add(0, home);
    Set<Place> places = new LinkedHashSet<>();
    int start = random.nextInt(1_000);
    int span = category == LicenceCategory.UPAZILA ? 2 : Integer.MAX_VALUE;
    for (int i = 0; i < popCount; i++) {
      List<Place> parts = geography.partsOf(area.get(i % area.size()).code());
      int reach = Math.min(span, parts.size());
      Place place = parts.get((start + i / area.size()) % reach);
      popPlaces.add(place);
      places.add(place);
    }
    List<Place> homeParts = geography.partsOf(home.code());
    int reach = Math.min(span, homeParts.size());
    int wanted = places.size() + (popCount == 0 ? 2 : 1);
    for (int i = 0; i < reach && places.size() < wanted; i++) {
      places.add(homeParts.get((start + i) % reach));
    }
    return List.copyOf(places);
  }

  private List<Place> area(LicenceCategory category, Place home) {
    return switch (category) {
      case NATIONWIDE -> geography.districts();
      case DIVISIONAL -> geography.districtsOf(home.division());
      case DISTRICT, UPAZILA -> List.of(home);
    };
  }

  private static List<String> coverage(
      LicenceCategory category, Place home, List<Place> locations) {
    return switch (category) {
      case NATIONWIDE -> DIVISIONS;
      case DIVISIONAL -> List.of(home.division());
      case DISTRICT -> List.of(home.code());
      case UPAZILA -> locations.stream().map(Place::code).toList();
    };
  }

  /** A name that no other number has: word, then the home district from the second round on. */
  private String[] name(int number, Place home) {
    int round = (number - 1) / (words.size() * suffixes.size());
    int inRound = (number - 1) % (words.size() * suffixes.size());
    String[] word = words.get((inRound * 7) % words.size());
    String[] suffix = suffixes.get((inRound + inRound / words.size()) % suffixes.size());
    if (round == 0) {
      return new String[] {word[1] + " " + suffix[1], word[2] + " " + suffix[2]};
    }
    return new String[] {
      "%s %s %s %d".formatted(word[1], home.nameEn(), suffix[1], round + 1),
      "%s %s %s %s".formatted(word[2], home.nameBn(), suffix[2], BanglaDigits.of("" + (round + 1)))
    };
  }

  private static void shuffle(List<Place> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Place held = list.get(i);
      list.set(i, list.get(j));
      list.set(j, held);
    }
  }
}
