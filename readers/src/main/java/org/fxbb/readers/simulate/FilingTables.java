package org.fxbb.readers.simulate;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * The four mandatory filings of one ISP and month as tables (spec 4.4), with the misreported
 * figures that its script asks for in the main month.
 */
final class FilingTables {

  private static final double REVENUE_PART = 0.6;
  private static final double COUNT_FACTOR = 1.15;
  private static final int VAT_FACTOR = 3;

  private final IspProfile isp;
  private final List<PopProfile> pops;
  private final SubscriberBook book;
  private final IspScript script;
  private final SimulatedMonths months;
  private final int month;
  private final AnswerKey key;

  FilingTables(
      IspProfile isp,
      List<PopProfile> pops,
      SubscriberBook book,
      IspScript script,
      SimulatedMonths months,
      int month,
      AnswerKey key) {
    this.isp = isp;
    this.pops = pops;
    this.book = book;
    this.script = script;
    this.months = months;
    this.month = month;
    this.key = key;
  }

  private boolean lies(Misreport misreport) {
    return month == months.main() && script.has(misreport);
  }

  CsvTable packages() {
    CsvTable table =
        new CsvTable(
            List.of(
                "package_code",
                "package_name",
                "package_name_bn",
                "package_type",
                "connection_type",
                "download_speed_mbps",
                "upload_speed_mbps",
                "mir_mbps",
                "cir_mbps",
                "price_bdt",
                "has_fup",
                "contention_ratio",
                "contract_months",
                "installation_fee_bdt",
                "status",
                "subscriber_count",
                "price_includes_vat"),
            Set.of("download_speed_mbps", "upload_speed_mbps", "price_bdt", "subscriber_count"));
    for (PackageOffer offer : isp.packages()) {
      long counted =
          book.month(month).stream()
              .filter(line -> line.offer().equals(offer))
              .mapToLong(SubscriberBook.Line::current)
              .sum();
      if (lies(Misreport.PACKAGE_COUNT) && table.size() == 0) {
        counted = Math.round(counted * COUNT_FACTOR) + 1;
        plant(
            Misreport.PACKAGE_COUNT,
            "D03",
            "OVER",
            "package_count_mismatch",
            "Package "
                + offer.code()
                + " counts 15 % more subscribers than the subscribers filing.");
      }
      table.add(
          offer.code(),
          offer.nameEn(),
          offer.nameBn(),
          offer.type(),
          "FTTH",
          "" + offer.downloadMbps(),
          "" + offer.uploadMbps(),
          "" + offer.downloadMbps(),
          BigDecimal.valueOf(offer.downloadMbps() * 100L / offer.contention(), 2).toPlainString(),
          offer.priceBdt() + ".00",
          "false",
          "1:" + offer.contention(),
          "12",
          offer.installationFeeBdt() + ".00",
          "active",
          "" + counted,
          "" + offer.priceIncludesVat());
    }
    return table;
  }

  CsvTable subscribers() {
    CsvTable table =
        new CsvTable(
            List.of(
                "package_code",
                "bbs_code",
                "current_count",
                "new_count",
                "churned_count",
                "suspended_count"),
            Set.of("current_count", "new_count", "churned_count", "suspended_count"));
    for (SubscriberBook.Line line : book.month(month)) {
      int joined = line.joined();
      if (lies(Misreport.ROLL_FORWARD) && table.size() == 0) {
        joined += line.current() / 5 + 3;
        plant(
            Misreport.ROLL_FORWARD,
            "D04",
            "UNDER",
            "subscribers_do_not_roll_forward",
            "Row 2 has more new subscribers than its current count allows.");
      }
      table.add(
          line.offer().code(),
          line.place().code(),
          "" + line.current(),
          "" + joined,
          "" + line.churned(),
          "" + line.suspended());
    }
    return table;
  }

  CsvTable revenue() {
    CsvTable table =
        new CsvTable(
            List.of(
                "package_code",
                "bbs_code",
                "subscriber_revenue_bdt",
                "vat_bdt",
                "installation_revenue_bdt",
                "other_revenue_bdt",
                "paying_subscribers"),
            Set.of());
    for (SubscriberBook.Line line : book.month(month)) {
      long net = line.offer().netRevenuePoisha(line.paying());
      if (lies(Misreport.REVENUE)) {
        net = Math.round(net * REVENUE_PART);
      }
      long vat = Math.round(net / 20.0) * (lies(Misreport.VAT) ? VAT_FACTOR : 1);
      table.add(
          line.offer().code(),
          line.place().code(),
          bdt(net),
          bdt(vat),
          bdt(line.joined() * 100L * line.offer().installationFeeBdt()),
          "0.00",
          "" + line.paying());
    }
    if (lies(Misreport.REVENUE)) {
      plant(
          Misreport.REVENUE,
          "D02",
          "UNDER",
          "revenue_variance",
          "The revenue is 40 % below what the subscribers pay.");
    }
    if (lies(Misreport.VAT)) {
      plant(
          Misreport.VAT,
          "D11",
          "OVER",
          "vat_rate_unexpected",
          "VAT is 15 % of the revenue where 5 % holds.");
    }
    return table;
  }

  /** Capacities a little below the ports, other ones each month, times {@code part}. */
  CsvTable pops(double part) {
    CsvTable table =
        new CsvTable(
            List.of(
                "bbs_code",
                "pop_code",
                "pop_count",
                "pop_type",
                "status",
                "upstream_capacity_mbps",
                "international_mbps",
                "ix_mbps",
                "cache_mbps",
                "latitude",
                "longitude"),
            Set.of());
    YearMonth shown = months.months().get(month);
    int reserve = 12 - shown.getMonthValue() + 12 * (shown.getYear() % 2) + 1;
    for (PopProfile pop : pops) {
      int internet = (int) (pop.internetMbps() * part);
      int ix = (int) (pop.ixMbps() * part);
      int cache = (int) (pop.cacheMbps() * part) - reserve;
      table.add(
          pop.place().code(),
          pop.code(),
          "1",
          type(pop.category()),
          "active",
          "" + (internet + ix + cache),
          "" + internet,
          "" + ix,
          "" + cache,
          RegistryWriter.degrees(pop.latitude()),
          RegistryWriter.degrees(pop.longitude()));
    }
    if (pops.isEmpty()) {
      int cache = 1_000 - reserve;
      table.add(
          isp.headquarters().code(),
          "",
          "2",
          "access",
          "active",
          "" + (1_000 + cache),
          "1000",
          "0",
          "" + cache,
          "",
          "");
    }
    return table;
  }

  private void plant(Misreport kind, String rule, String direction, String notice, String detail) {
    key.add(
        FilingPlanner.discrepancy(isp, months.mainMonth(), kind, rule, "INVESTIGATE")
            .with("direction", direction)
            .with("may_raise", List.of(notice))
            .saying(detail));
  }

  private static String type(String category) {
    return switch (category) {
      case "CORE_DC" -> "core";
      case "REGIONAL_POP" -> "distribution";
      default -> "access";
    };
  }

  private static String bdt(long poisha) {
    return BigDecimal.valueOf(poisha, 2).toPlainString();
  }
}
