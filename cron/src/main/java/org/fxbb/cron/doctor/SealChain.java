package org.fxbb.cron.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fxbb.cron.doctor.AuditRows.Covered;
import org.fxbb.cron.doctor.BrokenSeal.Kind;
import org.fxbb.jobs.audit.ArchivedLog.LostMonth;
import org.jspecify.annotations.Nullable;

/**
 * Follows the seals from the first, each with the rows it covers, and keeps what does not hold.
 *
 * <p><b>Lifecycle</b>: one check, one thread; seals come in order of their numbers.
 */
final class SealChain {
  private static final String NOTHING = "0".repeat(64);

  private final AuditRows rows;
  private final List<LostMonth> unreadable;
  private @Nullable AuditSealRow newest;
  private @Nullable BrokenSeal first;
  private long broken;
  private long checked;
  private long archived;
  private long unchecked;

  /**
   * Starts before the first seal.
   *
   * @param rows of the log, those of archived months too
   * @param unreadable months whose rows are missing there
   */
  SealChain(AuditRows rows, List<LostMonth> unreadable) {
    this.rows = rows;
    this.unreadable = List.copyOf(unreadable);
  }

  /** Looks at the next seal and the rows that it covers. */
  void follow(AuditSealRow seal) throws SQLException {
    AuditSealRow before = newest;
    long number = before == null ? 1 : before.number() + 1;
    long from = before == null ? 1 : before.toSeq() + 1;
    newest = seal;
    if (seal.number() != number) {
      rows.upTo(seal.fromSeq() - 1);
      add(
          new BrokenSeal(
              number,
              from,
              seal.fromSeq() - 1,
              Kind.SEAL_MISSING,
              "seal " + number,
              "seal " + seal.number()));
    }
    Covered covered = rows.upTo(seal.toSeq());
    checked += covered.rows();
    ownFault(seal)
        .or(() -> seal.number() == number ? linkFault(seal, before) : Optional.empty())
        .or(() -> rowFault(seal, covered))
        .ifPresent(this::add);
  }

  private static Optional<BrokenSeal> ownFault(AuditSealRow seal) {
    return seal.computedSha256().equals(seal.sha256())
        ? Optional.empty()
        : broken(
            seal,
            Kind.SEAL_CHANGED,
            "SHA-256 " + seal.computedSha256(),
            "SHA-256 " + seal.sha256());
  }

  private static Optional<BrokenSeal> linkFault(AuditSealRow seal, @Nullable AuditSealRow before) {
    String previous = before == null ? NOTHING : before.sha256();
    long from = before == null ? 1 : before.toSeq() + 1;
    if (!seal.previousSha256().equals(previous)) {
      return broken(
          seal, Kind.CHAIN_BROKEN, "SHA-256 " + seal.previousSha256(), "SHA-256 " + previous);
    }
    if (seal.fromSeq() != from) {
      return broken(seal, Kind.CHAIN_BROKEN, "number " + from, "number " + seal.fromSeq());
    }
    return Optional.empty();
  }

  private Optional<BrokenSeal> rowFault(AuditSealRow seal, Covered covered) {
    if (covered.rows() < seal.rows() && isUnreadable(seal)) {
      unchecked++;
      return Optional.empty();
    }
    archived += covered.archived() > 0 ? 1 : 0;
    if (covered.rows() != seal.rows()) {
      return broken(
          seal,
          covered.rows() < seal.rows() ? Kind.ROW_MISSING : Kind.ROW_EXTRA,
          rows(seal.rows()),
          rows(covered.rows()));
    }
    if (!covered.sha256().equals(seal.rowsSha256())) {
      return broken(
          seal, Kind.ROW_CHANGED, "SHA-256 " + seal.rowsSha256(), "SHA-256 " + covered.sha256());
    }
    return Optional.empty();
  }

  private boolean isUnreadable(AuditSealRow seal) {
    return unreadable.stream()
        .anyMatch(
            month ->
                seal.firstLoggedAt().isBefore(month.to())
                    && !seal.lastLoggedAt().isBefore(month.from()));
  }

  Optional<AuditSealRow> newest() {
    return Optional.ofNullable(newest);
  }

  Optional<BrokenSeal> firstBroken() {
    return Optional.ofNullable(first);
  }

  /** How many seals do not hold. */
  long broken() {
    return broken;
  }

  /** How many rows were read under seals. */
  long checkedRows() {
    return checked;
  }

  /** How many seals were compared with rows out of archives. */
  long archived() {
    return archived;
  }

  /** How many seals lack rows that a file should hold which cannot be read. */
  long unchecked() {
    return unchecked;
  }

  private void add(BrokenSeal seal) {
    broken++;
    if (first == null) {
      first = seal;
    }
  }

  private static Optional<BrokenSeal> broken(
      AuditSealRow seal, Kind kind, String expected, String found) {
    return Optional.of(
        new BrokenSeal(seal.number(), seal.fromSeq(), seal.toSeq(), kind, expected, found));
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
