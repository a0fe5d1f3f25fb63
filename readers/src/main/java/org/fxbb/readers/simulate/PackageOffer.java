package org.fxbb.readers.simulate;

/**
 * One tariff package of an ISP. Download and maximum speed are equal, so no speed is above MIR.
 *
 * @param code package code, unique in the nation
 * @param nameEn English name
 * @param nameBn Bangla name
 * @param type RESIDENTIAL, SOHO, CORPORATE or DEDICATED
 * @param downloadMbps download speed and MIR in Mbit/s
 * @param uploadMbps upload speed in Mbit/s
 * @param contention subscribers who share the speed, at most 8
 * @param priceBdt price of a month in BDT
 * @param priceIncludesVat whether VAT is inside the price
 * @param installationFeeBdt fee of a new line in BDT
 * @param weight share of the ISP's subscribers, relative to the other packages
 */
record PackageOffer(
    String code,
    String nameEn,
    String nameBn,
    String type,
    int downloadMbps,
    int uploadMbps,
    int contention,
    int priceBdt,
    boolean priceIncludesVat,
    int installationFeeBdt,
    double weight) {

  /** Whether its lines show as BRAS sessions; dedicated lines do not. */
  boolean sessionBased() {
    return !type.equals("DEDICATED");
  }

  /** Net revenue in poisha (1/100 BDT) of {@code subscribers} who pay a full month. */
  long netRevenuePoisha(long subscribers) {
    long gross = subscribers * priceBdt * 100L;
    return priceIncludesVat ? Math.round(gross / 1.05) : gross;
  }
}
