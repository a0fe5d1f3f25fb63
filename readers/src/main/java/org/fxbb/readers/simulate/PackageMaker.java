package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invents tariff packages. Prices stay under the tariff cap of 2025-07-01, 1,100 BDT for 20 Mbit/s
 * and pro rata above; contention is at most 1:8.
 */
final class PackageMaker {

  private PackageMaker() {}

  /** Four packages, and one of dedicated lines for larger ISPs. */
  static List<PackageOffer> make(SplittableRandom random, int number, LicenceCategory category) {
    boolean vatInPrice = random.nextDouble() < 0.85;
    int discount = 10 * random.nextInt(9);
    List<PackageOffer> packages = new ArrayList<>();
    packages.add(
        offer(number, 20, 20, "RESIDENTIAL", "Home", "হোম", 8, 1_000 - discount, vatInPrice, 0.40));
    packages.add(
        offer(
            number,
            40,
            40,
            "RESIDENTIAL",
            "Family",
            "ফ্যামিলি",
            8,
            1_350 - discount,
            vatInPrice,
            0.34));
    packages.add(
        offer(number, 60, 60, "SOHO", "Shop", "দোকান", 4, 1_900 - discount, vatInPrice, 0.18));
    packages.add(
        offer(number, 100, 100, "CORPORATE", "Office", "অফিস", 2, 3_500 - discount, false, 0.08));
    if (category == LicenceCategory.NATIONWIDE || category == LicenceCategory.DIVISIONAL) {
      packages.add(
          offer(
              number,
              50,
              50,
              "DEDICATED",
              "Dedicated",
              "ডেডিকেটেড",
              1,
              2_250 - discount,
              false,
              0.01));
    }
    return List.copyOf(packages);
  }

  private static PackageOffer offer(
      int number,
      int download,
      int upload,
      String type,
      String nameEn,
      String nameBn,
      int contention,
      int price,
      boolean vatInPrice,
      double weight) {
    return new PackageOffer(
        "P%04d-%s-%d".formatted(number, type.substring(0, 3), download),
        nameEn + " " + download,
        nameBn + " " + BanglaDigits.of("" + download),
        type,
        download,
        upload,
        contention,
        price,
        vatInPrice,
        500,
        weight);
  }
}
