package org.fxbb.readers.simulate;

/** The four kinds of licence, with what an ISP of each kind looks like. */
enum LicenceCategory {
  NATIONWIDE(30, 9.0, 14_000, 46_000),
  DIVISIONAL(31, 3.5, 5_000, 14_000),
  DISTRICT(32, 1.5, 1_500, 6_000),
  UPAZILA(33, 0.5, 400, 1_400);

  /** The two digits of the service in a licence number. */
  final int service;

  /** How strongly ISPs of this kind draw PoPs. */
  final double popWeight;

  /** Least number of subscribers. */
  final int leastSubscribers;

  /** Most subscribers. */
  final int mostSubscribers;

  LicenceCategory(int service, double popWeight, int leastSubscribers, int mostSubscribers) {
    this.service = service;
    this.popWeight = popWeight;
    this.leastSubscribers = leastSubscribers;
    this.mostSubscribers = mostSubscribers;
  }

  /** One nationwide ISP in ten, two divisional, four of a district, three of an upazila. */
  static LicenceCategory ofNumber(int number) {
    int place = (number - 1) % 10;
    if (place == 0) {
      return NATIONWIDE;
    }
    if (place <= 2) {
      return DIVISIONAL;
    }
    return place <= 6 ? DISTRICT : UPAZILA;
  }
}
