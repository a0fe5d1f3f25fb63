package org.fxbb.readers.name;

import static org.fxbb.readers.fuzz.Sound.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxbb.readers.fuzz.Corpus;
import org.fxbb.readers.fuzz.Sound;
import org.fxbb.readers.name.DropFileName.Known;
import org.fxbb.readers.name.DropFileName.Parsed;
import org.fxbb.readers.name.DropFileName.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any name is understood, or answered with another one. */
class DropFileNameFuzzTest {

  static List<byte[]> seeds() {
    return Corpus.of(
        DropFileNameFuzzTest.class,
        "isp-0142_packages_2026-01.csv",
        "ISP-0142_Subscribers_2026-01_r12.CSV.gz",
        "isp-0142_revenue_২০২৬-০১.csv",
        "Copy of isp-0142_pop_2026_1 (1).csv.txt",
        "snmp_5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10_20260220T000000Z.ndjson",
        "qos_5f0c7c66-5f0e-4f43-8f5a-1f6f3d1b2a10_20260230T000000Z.ndjson.gz",
        "userapp_20260220T000000Z.ndjson.gz",
        "thresholds_2026-02-01.csv",
        "maintenance20260201.csv",
        "history_qos_20260220T000000Z.csv.gz",
        "isp-0142_packages_2026-01.zip",
        "../../etc/passwd",
        "");
  }

  @MethodSource("seeds")
  @Timeout(60)
  @FuzzTest(maxDuration = "10m")
  void aNameIsUnderstoodOrAnsweredWithTheRightOne(byte[] bytes) {
    Parsed parsed = DropFileName.parse(new String(bytes, StandardCharsets.UTF_8));
    if (parsed instanceof Unknown unknown) {
      Sound.notice(unknown.notice());
    } else if (parsed instanceof Known known) {
      String canonical = known.name().canonical();
      Sound.text(canonical);
      check(
          canonical.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/' && c != '\\'),
          "an odd character in a name",
          canonical);
      check(
          DropFileName.parse(canonical).equals(known),
          "a name is written so that it means something else",
          known,
          canonical,
          DropFileName.parse(canonical));
    }
  }

  @Test
  void soIsEveryMutationOfTheCorpus() {
    Corpus.mutations(seeds(), 20_000).forEach(this::aNameIsUnderstoodOrAnsweredWithTheRightOne);
  }
}
