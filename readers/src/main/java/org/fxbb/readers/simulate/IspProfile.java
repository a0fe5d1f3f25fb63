package org.fxbb.readers.simulate;

import java.time.LocalDate;
import java.util.List;

/**
 * One licensed ISP.
 *
 * @param number 1 and up
 * @param code such as {@code isp-0001}
 * @param nameEn English name
 * @param nameBn Bangla name
 * @param category kind of licence
 * @param licence licence number
 * @param issued day of issue
 * @param headquarters where it sits
 * @param coverage BBS codes the licence covers
 * @param popPlaces where its PoPs stand, one entry per PoP; empty when it has none with agents
 * @param locations where it files subscribers, PoP places first, all inside the coverage
 * @param subscribers subscribers in the opening month
 * @param quality 0 for the best lines, 1 for middling ones
 * @param sessionRatio BRAS sessions in the peak over declared active subscribers
 * @param packages what it sells
 */
record IspProfile(
    int number,
    String code,
    String nameEn,
    String nameBn,
    LicenceCategory category,
    String licence,
    LocalDate issued,
    Place headquarters,
    List<String> coverage,
    List<Place> popPlaces,
    List<Place> locations,
    int subscribers,
    double quality,
    double sessionRatio,
    List<PackageOffer> packages) {

  boolean measured() {
    return !popPlaces.isEmpty();
  }

  /** Whether the licence covers {@code place}. */
  boolean covers(Place place) {
    return coverage.stream().anyMatch(place.code()::startsWith);
  }
}
