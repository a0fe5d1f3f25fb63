package org.fxbb.jobs.ingest;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fxbb.jobs.access.SshPublicKey;
import org.fxbb.jobs.access.SshPublicKey.RsaLengthException;
import org.fxbb.readers.notice.RowNotice.RevokedSshKeyNotice;
import org.fxbb.readers.notice.RowNotice.UnreadableSshKeyNotice;
import org.fxbb.readers.notice.RowNotice.WeakSshKeyNotice;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;

/**
 * Looks into the public keys of a staged credentials file: what SQL cannot read.
 *
 * <p><b>Source</b>: spec 4.8 and 7.4.
 */
final class CredentialChecks {
  private static final String COLUMN = "ssh_public_key";
  private static final int LONGEST_QUOTE = 30;

  private CredentialChecks() {}

  static void check(Load load, CsvReading reading) {
    load.stream(
        SqlText.of(CredentialChecks.class, "stagedKeys"), Map.of(), row -> check(row, reading));
  }

  private static void check(ResultSet row, CsvReading reading) throws SQLException {
    long number = row.getLong("row_number");
    String text = row.getString(COLUMN);
    try {
      String fingerprint = SshPublicKey.parse(text).fingerprint();
      if (revoked(row).contains(fingerprint)) {
        reading.notice(new RevokedSshKeyNotice(number, COLUMN, fingerprint));
      }
    } catch (RsaLengthException e) {
      reading.notice(
          new WeakSshKeyNotice(number, COLUMN, Integer.toString(e.bits()), SshPublicKey.EXPECTED));
    } catch (IllegalArgumentException e) {
      reading.notice(
          new UnreadableSshKeyNotice(number, COLUMN, quote(text), SshPublicKey.EXPECTED));
    }
  }

  private static List<String> revoked(ResultSet row) throws SQLException {
    Array array = row.getArray("revoked");
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  /** The beginning only: a private key must not reach an answer. */
  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }
}
