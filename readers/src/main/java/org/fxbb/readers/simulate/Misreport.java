package org.fxbb.readers.simulate;

/**
 * Figures of one ISP's main month that disagree with what is known otherwise. Each moves one rule
 * only.
 *
 * <p>The two D01 kinds change the sessions that agents see, not the filings, so no other rule can
 * see them. D03 changes the {@code packages} filing, D04 the {@code new_count} of one row whose
 * current count stays, D02 and D11 the {@code revenue} filing: D02 keeps VAT at 5 % of what is
 * stated, D11 keeps the revenue. D12 adds subscribers who all join in the month, so they roll
 * forward; at 2 % of the ISP's subscribers what they pay for half a month stays far inside the band
 * of D02, and D12 itself in WARN.
 */
enum Misreport {
  /** Sessions 1.5 times what was declared: D01 over 1.10. */
  UNDER_DECLARED("under_declared_subscribers"),
  /** Sessions 0.35 times what was declared: D01 below 0.60. */
  OVER_DECLARED("over_declared_subscribers"),
  /** Revenue 40 % below what the subscribers pay. */
  REVENUE("misreported_revenue"),
  /** One package counts 15 % more subscribers than the subscribers filing. */
  PACKAGE_COUNT("package_count_mismatch"),
  /** One row has more new subscribers than its current count allows. */
  ROLL_FORWARD("roll_forward_broken"),
  /** VAT of 15 % where 5 % holds. */
  VAT("vat_wrong"),
  /** Subscribers where the licence does not reach. */
  OUTSIDE_LICENCE("location_outside_licence");

  /** Kind in the answer key. */
  final String kind;

  Misreport(String kind) {
    this.kind = kind;
  }
}
