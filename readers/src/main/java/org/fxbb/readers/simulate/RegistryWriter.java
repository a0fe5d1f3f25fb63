package org.fxbb.readers.simulate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * Writes the registry files of the regulator (spec 4.8). They arrive on the first morning of the
 * opening month, the maintenance windows a day and a half after the last simulated day.
 */
final class RegistryWriter {

  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final DropArea area;
  private final NationPlan nation;
  private final FaultPlan faults;
  private final SimulationPlan plan;
  private final LocalDate day;

  RegistryWriter(
      DropArea area,
      NationPlan nation,
      FaultPlan faults,
      SimulationPlan plan,
      SimulatedMonths months) {
    this.area = area;
    this.nation = nation;
    this.faults = faults;
    this.plan = plan;
    this.day = months.months().get(0).atDay(1);
  }

  void write() throws IOException {
    Instant morning = SimulatedMonths.startOf(day).plus(Duration.ofHours(9));
    write("isps", day, isps(), morning);
    write("coverage", day, coverage(), morning.plusSeconds(60));
    write("pops", day, pops(), morning.plusSeconds(120));
    write("agents", day, agents(), morning.plusSeconds(180));
    if (!faults.windows().isEmpty()) {
      LocalDate after = plan.from().plusDays(plan.days());
      Instant arrival = SimulatedMonths.startOf(after).plus(Duration.ofHours(34));
      write("maintenance", after, maintenance(), arrival);
    }
  }

  private void write(String feed, LocalDate date, CsvTable table, Instant arrival)
      throws IOException {
    area.registry(feed + "_" + date + ".csv", table.bytes(CsvTable.Dialect.PLAIN), arrival);
  }

  private CsvTable isps() {
    CsvTable table =
        table(
            "isp_code",
            "btrc_license_no",
            "name_en",
            "name_bn",
            "trade_name",
            "license_category",
            "issue_date",
            "expiry_date",
            "license_status",
            "headquarters_bbs_code",
            "email",
            "website");
    for (IspProfile isp : nation.isps()) {
      table.add(
          isp.code(),
          isp.licence(),
          isp.nameEn() + " Ltd.",
          isp.nameBn() + " লিমিটেড",
          isp.nameEn(),
          isp.category().name(),
          isp.issued().toString(),
          isp.issued().plusYears(15).toString(),
          "ACTIVE",
          isp.headquarters().code(),
          "noc@" + isp.code() + ".example",
          "https://" + isp.code() + ".example/");
    }
    return table;
  }

  /** The oddly dated rows of a spreadsheet clerk are read as well as the others. */
  private CsvTable coverage() {
    CsvTable table = table("isp_code", "bbs_code", "coverage_type", "effective_date");
    for (IspProfile isp : nation.isps()) {
      boolean slashes = faults.of(isp).has(FilingFault.SPREADSHEET);
      String since = slashes ? SLASHES.format(isp.issued()) : isp.issued().toString();
      for (String code : isp.coverage()) {
        table.add(isp.code(), code, "LICENSED", since);
      }
    }
    return table;
  }

  private CsvTable pops() {
    CsvTable table =
        table(
            "isp_code",
            "pop_code",
            "name_en",
            "name_bn",
            "category",
            "bbs_code",
            "latitude",
            "longitude",
            "capacity_mbps",
            "commissioned_date",
            "status");
    for (PopProfile pop : nation.pops()) {
      table.add(
          pop.isp().code(),
          pop.code(),
          pop.place().nameEn() + " PoP",
          pop.place().nameBn() + " পপ",
          pop.category(),
          pop.place().code(),
          degrees(pop.latitude()),
          degrees(pop.longitude()),
          "" + pop.upstreamMbps(),
          pop.isp().issued().plusDays(60).toString(),
          "ACTIVE");
    }
    return table;
  }

  private CsvTable agents() {
    CsvTable table =
        table(
            "agent_uuid",
            "isp_code",
            "agent_type",
            "name",
            "pop_codes",
            "reference_download_mbps",
            "reference_upload_mbps",
            "site_group",
            "valid_from",
            "status");
    String since = plan.from().toString();
    for (PopProfile pop : nation.pops()) {
      String isp = pop.isp().code();
      String site = "site-" + pop.place().district();
      table.add(
          pop.snmpAgent().toString(),
          isp,
          "SNMP_AGENT",
          "SNMP " + pop.code(),
          pop.code(),
          "",
          "",
          site,
          since,
          "ACTIVE");
      table.add(
          pop.qosAgent().toString(),
          isp,
          "QOS_AGENT",
          "QoS " + pop.code(),
          pop.code(),
          "" + pop.reference().downloadMbps(),
          "" + pop.reference().uploadMbps(),
          site,
          since,
          "ACTIVE");
    }
    return table;
  }

  private CsvTable maintenance() {
    CsvTable table =
        table(
            "isp_code",
            "pop_codes",
            "kind",
            "starts_at",
            "ends_at",
            "announced_at",
            "approved_at",
            "approved_by",
            "document_reference");
    for (MaintenanceWindow window : faults.windows()) {
      table.add(
          window.pop().isp().code(),
          window.pop().code(),
          window.kind(),
          window.startsAt().toString(),
          window.endsAt().toString(),
          window.announcedAt().toString(),
          window.approvedAt().toString(),
          "Director, Quality of Service",
          "QOS/" + window.kind() + "/" + window.pop().code());
    }
    return table;
  }

  private static CsvTable table(String... header) {
    return new CsvTable(List.of(header), Set.of());
  }

  /** Degrees with five decimals. */
  static String degrees(double value) {
    return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_UP).toPlainString();
  }
}
