package org.fxbb.readers.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.fxbb.readers.notice.FileNotice.TooManyErrorsNotice;
import org.fxbb.readers.notice.FileNotice.WaitingForReferenceNotice;
import org.fxbb.readers.notice.RowNotice.CellTooLongNotice;
import org.fxbb.readers.notice.RowNotice.NumberOutOfRangeNotice;
import org.junit.jupiter.api.Test;

/** A Bangla sentence has no English clause in it, and what the sender wrote is left alone. */
class BanglaFactsTest {

  @Test
  void theEnginesWordsBecomeBangla() {
    assertThat(
            new TooManyErrorsNotice("45 of 60 rows", "at most 5 % of the rows, or 1 row")
                .messageBn())
        .isEqualTo(
            "অনেক বেশি সারিতে ভুল: পাওয়া গেছে 60টি সারির মধ্যে 45টি, সীমা মোট সারির সর্বোচ্চ 5 %, অথবা 1টি সারি। এই ফাইলের কোনো সারি নেওয়া হয়নি।");
    assertThat(
            new WaitingForReferenceNotice("the packages filing of isp-0001", "2026-02-11 00:00")
                .fixBn())
        .isEqualTo("isp-0001-এর প্যাকেজ ফাইল পাঠান; এই ফাইলটি আবার পাঠাতে হবে না।");
    assertThat(
            new CellTooLongNotice(2L, "package_code", "70 characters", "at most 64 characters")
                .messageBn())
        .contains("সীমা সর্বোচ্চ 64 অক্ষর, পাওয়া গেছে 70 অক্ষর");
  }

  @Test
  void whatTheSenderWroteIsNotTranslated() {
    assertThat(
            new NumberOutOfRangeNotice(2L, "pop_count", "at most 5", "at least 0 and at most 9")
                .messageBn())
        .contains("সীমা 0 থেকে 9")
        .contains("\"at most 5\"");
    assertThat(BanglaFacts.of("Mirpur (302648); Savar (302672)"))
        .isEqualTo("Mirpur (302648); Savar (302672)");
    assertThat(BanglaFacts.of("Road to Dhaka")).isEqualTo("Road to Dhaka");
  }
}
