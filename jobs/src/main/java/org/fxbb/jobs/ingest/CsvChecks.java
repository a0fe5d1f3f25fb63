package org.fxbb.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.jobs.ingest.CsvCheck.Needed;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.fxbb.readers.notice.AcrossNotice.PackageCountMismatchNotice;
import org.fxbb.readers.notice.AcrossNotice.PackageVanishedWithSubscribersNotice;
import org.fxbb.readers.notice.AcrossNotice.SubscribersDoNotRollForwardNotice;
import org.fxbb.readers.notice.FileNotice.PeriodClosedNotice;
import org.fxbb.readers.notice.FilingNotice.CirAboveMirNotice;
import org.fxbb.readers.notice.FilingNotice.ContentionAboveMaximumNotice;
import org.fxbb.readers.notice.FilingNotice.FupWithoutThresholdNotice;
import org.fxbb.readers.notice.FilingNotice.IncidentTimesOutOfOrderNotice;
import org.fxbb.readers.notice.FilingNotice.PackageSpeedAboveMirNotice;
import org.fxbb.readers.notice.FilingNotice.PriceAboveTariffCapNotice;
import org.fxbb.readers.notice.FilingNotice.ResolvedExceedsReceivedNotice;
import org.fxbb.readers.notice.FilingNotice.VatRateUnexpectedNotice;
import org.fxbb.readers.notice.RowNotice.DuplicateKeyNotice;
import org.fxbb.readers.notice.RowNotice.InvalidDateNotice;
import org.fxbb.readers.notice.RowNotice.InvalidTimeNotice;
import org.fxbb.readers.notice.RowNotice.LocationOutsideLicenceNotice;
import org.fxbb.readers.notice.RowNotice.NumberOutOfRangeNotice;
import org.fxbb.readers.notice.RowNotice.UnknownAccountNotice;
import org.fxbb.readers.notice.RowNotice.UnknownEnumValueNotice;
import org.fxbb.readers.notice.RowNotice.UnknownIspCodeNotice;
import org.fxbb.readers.notice.RowNotice.UnknownLocationNotice;
import org.fxbb.readers.notice.RowNotice.UnknownPackageNotice;
import org.fxbb.readers.notice.RowNotice.UnknownPopNotice;
import org.fxbb.readers.notice.RowNotice.UnregisteredPopNotice;

/**
 * Which checks each CSV feed gets beyond those of its cells.
 *
 * <p>Revenue and subscriber variance against prices and sessions are judged by reconciliation (D01,
 * D02) and raise no notice here.
 *
 * <p><b>Source</b>: spec 4.4, 4.8 and 4.11.
 */
final class CsvChecks {
  private static final CsvCheck UNKNOWN_PACKAGE =
      new CsvCheck("unknownPackage", UnknownPackageNotice::new);
  private static final CsvCheck OUTSIDE_LICENCE =
      new CsvCheck("locationOutsideLicence", LocationOutsideLicenceNotice::new);
  private static final CsvCheck UNKNOWN_ISP =
      new CsvCheck(
          "unknownIsp",
          (row, column, found, expected) -> new UnknownIspCodeNotice(row, column, found));
  private static final CsvCheck PERIOD_CLOSED =
      new CsvCheck(
          "periodClosed", (row, column, found, expected) -> new PeriodClosedNotice(found, null));
  private static final CsvCheck UNREGISTERED_POP =
      new CsvCheck("unregisteredPop", UnregisteredPopNotice::new);
  private static final CsvCheck UNKNOWN_STATUS =
      new CsvCheck("unknownStatus", UnknownEnumValueNotice::new);

  private static final Needed LAST_MONTHS_SUBSCRIBERS = new Needed("subscribers", 1);

  private CsvChecks() {}

  static List<CsvCheck> of(Feed feed) {
    if (feed.kind() != Kind.FILING) {
      return ofRegistry(feed.name());
    }
    List<CsvCheck> checks = new ArrayList<>(ofFiling(feed.name()));
    checks.add(PERIOD_CLOSED);
    return checks;
  }

  /** Whether rows of a feed name packages of the ISP. */
  static boolean needsPackages(Feed feed) {
    return of(feed).contains(UNKNOWN_PACKAGE);
  }

  /** What can be checked of a filing before its packages are there. */
  static List<CsvCheck> withoutPackages(Feed feed) {
    return of(feed).stream()
        .filter(check -> !check.equals(UNKNOWN_PACKAGE) && !check.ofWholeFile())
        .toList();
  }

  private static List<CsvCheck> ofFiling(String feed) {
    return switch (feed) {
      case "packages" ->
          List.of(
              new CsvCheck("packageSpeedAboveMir", PackageSpeedAboveMirNotice::new),
              new CsvCheck("cirAboveMir", CirAboveMirNotice::new),
              new CsvCheck(
                  "fupWithoutThreshold",
                  (row, column, found, expected) -> new FupWithoutThresholdNotice(row, column)),
              new CsvCheck("priceAboveTariffCap", PriceAboveTariffCapNotice::new),
              new CsvCheck("contentionAboveMaximum", ContentionAboveMaximumNotice::new),
              CsvCheck.ofWholeFile(
                  "packageVanished",
                  LAST_MONTHS_SUBSCRIBERS,
                  (row, column, found, expected) ->
                      new PackageVanishedWithSubscribersNotice(
                          CsvCheck.rowOrFile(row), column, found, expected)));
      case "subscribers" ->
          List.of(
              UNKNOWN_PACKAGE,
              OUTSIDE_LICENCE,
              CsvCheck.ofWholeFile(
                  "doNotRollForward",
                  LAST_MONTHS_SUBSCRIBERS,
                  (row, column, found, expected) ->
                      new SubscribersDoNotRollForwardNotice(
                          CsvCheck.rowOrFile(row), column, found, expected)),
              CsvCheck.ofWholeFile(
                  "packageCountMismatch",
                  new Needed("packages", 0),
                  (row, column, found, expected) ->
                      new PackageCountMismatchNotice(
                          CsvCheck.rowOrFile(row), column, found, expected)));
      case "pops" -> List.of(new CsvCheck("unknownPop", UnknownPopNotice::new), OUTSIDE_LICENCE);
      case "revenue" ->
          List.of(
              UNKNOWN_PACKAGE,
              OUTSIDE_LICENCE,
              new CsvCheck("vatRateUnexpected", VatRateUnexpectedNotice::new));
      case "bandwidth" -> List.of();
      case "incidents" ->
          List.of(
              new CsvCheck("incidentTimesOutOfOrder", IncidentTimesOutOfOrderNotice::new),
              new CsvCheck("unknownAffectedPop", UnknownPopNotice::new),
              OUTSIDE_LICENCE);
      case "complaints" ->
          List.of(new CsvCheck("resolvedExceedsReceived", ResolvedExceedsReceivedNotice::new));
      default ->
          throw new IllegalStateException("No checks are known for the filing " + feed + ".");
    };
  }

  private static List<CsvCheck> ofRegistry(String feed) {
    return switch (feed) {
      case "isps" ->
          List.of(
              new CsvCheck("licenceTaken", DuplicateKeyNotice::new),
              new CsvCheck("unknownHeadquarters", UnknownLocationNotice::new));
      case "coverage" -> List.of(UNKNOWN_ISP);
      case "pops" ->
          List.of(
              UNKNOWN_ISP,
              UNKNOWN_STATUS,
              new CsvCheck("unknownCategory", UnknownEnumValueNotice::new));
      case "agents" -> List.of(UNKNOWN_ISP, UNKNOWN_STATUS, UNREGISTERED_POP);
      case "thresholds" -> List.of(new CsvCheck("unknownParameter", UnknownEnumValueNotice::new));
      case "maintenance" ->
          List.of(
              UNKNOWN_ISP,
              UNREGISTERED_POP,
              new CsvCheck(
                  "endsBeforeStart",
                  (row, column, found, expected) -> new InvalidTimeNotice(row, column, found)));
      case "snmp_targets" ->
          List.of(UNKNOWN_ISP, new CsvCheck("unregisteredPopCode", UnregisteredPopNotice::new));
      case "test_targets" ->
          List.of(new CsvCheck("unknownTargetCategory", UnknownEnumValueNotice::new));
      case "commitments" -> List.of(UNKNOWN_ISP);
      case "notice_grades" ->
          List.of(
              new CsvCheck(
                  "expiresBeforeEffect",
                  (row, column, found, expected) -> new InvalidDateNotice(row, column, found)));
      case "calendar" -> List.of(new CsvCheck("unreadableBusyHours", NumberOutOfRangeNotice::new));
      case "credentials" ->
          List.of(
              new CsvCheck(
                  "unknownAccount",
                  (row, column, found, expected) -> new UnknownAccountNotice(row, column, found)));
      default ->
          throw new IllegalStateException(
              "No checks are known for the registry feed " + feed + ".");
    };
  }
}
