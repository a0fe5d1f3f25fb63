package org.fxbb.readers.simulate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plants filings that are late, missing, broken or oddly written, and figures that disagree.
 *
 * <p>Three decks: faults of arrival, faults of form, and misreports. An ISP gets at most one of
 * each; as the first two leave the figures alone and arrival concerns only {@code pops}, one cannot
 * hide another. What each does is told at {@link FilingFault} and {@link Misreport}.
 */
final class FilingPlanner {

  private static final List<FilingFault> ARRIVAL =
      List.of(
          FilingFault.LATE_LOW,
          FilingFault.LATE_MEDIUM,
          FilingFault.MISSING,
          FilingFault.RESUBMITTED);

  private static final List<FilingFault> FORM =
      List.of(
          FilingFault.BROKEN_ROWS,
          FilingFault.CORRECTED,
          FilingFault.SPREADSHEET,
          FilingFault.UTF16,
          FilingFault.WRONG_SENDER,
          FilingFault.UNKNOWN_NAME);

  private static final double UNDER_DECLARED_SESSIONS = 1.5;
  private static final double OVER_DECLARED_SESSIONS = 0.38;

  private final FaultSubjects subjects;
  private final FaultPlan faults;
  private final Geography geography;
  private final SimulatedMonths months;

  FilingPlanner(FaultSubjects subjects, FaultPlan faults, Geography geography) {
    this.subjects = subjects;
    this.faults = faults;
    this.geography = geography;
    this.months = subjects.months();
  }

  void plant() {
    plant(ARRIVAL, subjects.isps(0.2, isp -> true));
    plant(FORM, subjects.isps(0.5, isp -> true));
    misreport();
  }

  private void plant(List<FilingFault> kinds, List<IspProfile> deck) {
    int next = 0;
    for (int copy = 0; copy < subjects.copies(); copy++) {
      for (FilingFault kind : kinds) {
        if (next < deck.size()) {
          faults.change(deck.get(next++)).add(kind);
        }
      }
    }
  }

  /** Sessions need agents: they are dealt first, to ISPs that have PoPs. */
  private void misreport() {
    List<IspProfile> deck = new ArrayList<>(subjects.isps(0.75, isp -> true));
    for (int copy = 0; copy < subjects.copies(); copy++) {
      sessions(take(deck, IspProfile::measured), Misreport.UNDER_DECLARED, UNDER_DECLARED_SESSIONS);
      sessions(take(deck, IspProfile::measured), Misreport.OVER_DECLARED, OVER_DECLARED_SESSIONS);
      outside(take(deck, isp -> isp.category() != LicenceCategory.NATIONWIDE));
      for (Misreport kind :
          List.of(
              Misreport.REVENUE, Misreport.PACKAGE_COUNT, Misreport.ROLL_FORWARD, Misreport.VAT)) {
        IspProfile isp = take(deck, candidate -> true);
        if (isp != null) {
          faults.change(isp).add(kind);
        }
      }
    }
  }

  private static @Nullable IspProfile take(List<IspProfile> deck, Predicate<IspProfile> fits) {
    Optional<IspProfile> found = deck.stream().filter(fits).findFirst();
    found.ifPresent(deck::remove);
    return found.orElse(null);
  }

  private void sessions(@Nullable IspProfile isp, Misreport kind, double factor) {
    if (isp == null) {
      return;
    }
    faults.change(isp).add(kind);
    for (PopProfile pop : subjects.nation().popsOf(isp)) {
      faults.change(pop).sessions(factor, months.mainFirst(), months.mainLast());
    }
    boolean under = kind == Misreport.UNDER_DECLARED;
    faults
        .key()
        .add(
            discrepancy(isp, months.mainMonth(), kind, "D01", "INVESTIGATE")
                .with("direction", under ? "UNDER" : "OVER")
                .saying(
                    under
                        ? "The agents see 1.5 times the sessions that the declared subscribers make."
                        : "The agents see 0.38 times the sessions that the declared subscribers make."));
  }

  private void outside(@Nullable IspProfile isp) {
    if (isp == null) {
      return;
    }
    Place home = isp.headquarters();
    Place place =
        geography.districts().stream()
            .filter(
                district -> !isp.covers(district) && !district.division().equals(home.division()))
            .map(district -> geography.partsOf(district.code()).get(0))
            .skip(isp.number() % 20)
            .findFirst()
            .orElseThrow();
    faults.change(isp).reachOutside(place);
    List<YearMonth> later = months.months().subList(months.main(), months.months().size());
    for (YearMonth month : later) {
      faults
          .key()
          .add(
              discrepancy(isp, month, Misreport.OUTSIDE_LICENCE, "D12", "WARN")
                  .with("location", place.code())
                  .with("may_raise", List.of("location_outside_licence"))
                  .saying("2 % of the subscribers are filed where the licence does not reach."));
    }
  }

  /** An entry of the discrepancy register. */
  static Planted discrepancy(
      IspProfile isp, YearMonth month, Misreport kind, String rule, String band) {
    return Planted.of(kind.kind, isp, month, "discrepancy_detections", rule).with("band", band);
  }
}
