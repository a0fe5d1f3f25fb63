package org.fxbb.reports.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What the first sheet of every workbook says about its pack. */
public final class PackFacts {
  private PackFacts() {}

  /**
   * Label and value pairs, in order.
   *
   * @param status the words that qualify every figure, see {@link Snapshot#status}
   * @param figures the bytes of {@code figures.json}
   */
  public static List<Map.Entry<String, String>> of(
      ReportPeriod period, String status, byte[] figures) {
    return List.of(
        Map.entry("Period / সময়কাল", period.words()),
        Map.entry("Policy set / নীতিমালা", period.policySet()),
        Map.entry("Status / অবস্থা", status),
        Map.entry("Rendered / প্রস্তুত", period.renderedOn() + ", Asia/Dhaka"),
        Map.entry("SHA-256 of figures.json", sha256(figures)),
        Map.entry("Audit seal / নিরীক্ষা সিল", period.sealInWords()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
