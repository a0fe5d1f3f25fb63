package org.fxbb.readers.notice;

/**
 * Notices about figures of one filed row that contradict each other or policy. Source: spec 4.11,
 * "within the file".
 */
public sealed interface FilingNotice extends Notice {

  /** A package sells more speed than its maximum information rate. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: the speed {found} Mbit/s is above mir_mbps {expected}. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: গতি {found} Mbit/s, mir_mbps {expected}-এর চেয়ে বেশি। সারিটি নেওয়া হয়েছে।",
      fix = "Correct the speed or mir_mbps.",
      fixBn = "গতি অথবা mir_mbps ঠিক করুন।",
      example = "download_speed_mbps 50, mir_mbps 20")
  record PackageSpeedAboveMirNotice(
      Long rowNumber, String columnName, String found, String expected) implements FilingNotice {}

  /** The committed rate is above the maximum rate. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: cir_mbps {found} is above mir_mbps {expected}. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: cir_mbps {found}, mir_mbps {expected}-এর চেয়ে বেশি। সারিটি নেওয়া হয়েছে।",
      fix = "Correct cir_mbps or mir_mbps.",
      fixBn = "cir_mbps অথবা mir_mbps ঠিক করুন।",
      example = "cir_mbps 30, mir_mbps 20")
  record CirAboveMirNotice(Long rowNumber, String columnName, String found, String expected)
      implements FilingNotice {}

  /** A package has a fair-use policy but does not say where it begins. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: has_fup is true, so a threshold is expected, found none. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: has_fup সত্য, তাই সীমা থাকা প্রয়োজন, কিন্তু নেই। সারিটি নেওয়া হয়েছে।",
      fix = "Fill in fup_threshold_gb, or set has_fup to false.",
      fixBn = "fup_threshold_gb পূরণ করুন, অথবা has_fup false করুন।",
      example = "has_fup true, fup_threshold_gb empty")
  record FupWithoutThresholdNotice(Long rowNumber, String columnName) implements FilingNotice {}

  /** The VAT stated is not the rate in force times the revenue. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: expected {expected}, found {found} BDT. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: হওয়া উচিত {expected}, পাওয়া গেছে {found} টাকা। সারিটি নেওয়া হয়েছে।",
      fix = "State revenue net of VAT, and the VAT on it.",
      fixBn = "ভ্যাট ছাড়া আয় এবং তার উপর ভ্যাট লিখুন।",
      example = "vat_bdt 150 on 1,000 at a rate of 5 %")
  record VatRateUnexpectedNotice(Long rowNumber, String columnName, String found, String expected)
      implements FilingNotice {}

  /** A residential package costs more than the tariff allows for its speed. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: the price {found} BDT is above the tariff cap of {expected}. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: মূল্য {found} টাকা, সর্বোচ্চ ট্যারিফ {expected}-এর চেয়ে বেশি। সারিটি নেওয়া হয়েছে।",
      fix = "Check the price; a higher one needs the regulator's approval.",
      fixBn = "মূল্য মিলিয়ে দেখুন; বেশি হলে কমিশনের অনুমোদন লাগে।",
      example = "10 Mbit/s for 1,500 BDT")
  record PriceAboveTariffCapNotice(Long rowNumber, String columnName, String found, String expected)
      implements FilingNotice {}

  /** More subscribers share a line than allowed. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: the contention ratio {found} is above the maximum {expected}. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: কনটেনশন অনুপাত {found}, সর্বোচ্চ {expected}-এর চেয়ে বেশি। সারিটি নেওয়া হয়েছে।",
      fix = "Check the ratio; the maximum is {expected}.",
      fixBn = "অনুপাত মিলিয়ে দেখুন; সর্বোচ্চ {expected}।",
      example = "1:20")
  record ContentionAboveMaximumNotice(
      Long rowNumber, String columnName, String found, String expected) implements FilingNotice {}

  /** More complaints were resolved than received. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: {found} complaints resolved of {expected} received. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected}টি অভিযোগের মধ্যে {found}টি নিষ্পত্তি দেখানো হয়েছে। সারিটি নেওয়া হয়নি।",
      fix =
          "Count as resolved only complaints received in the month; {column} is at most received.",
      fixBn =
          "শুধু ওই মাসে পাওয়া অভিযোগের মধ্যে যেগুলো নিষ্পত্তি হয়েছে সেগুলো লিখুন; {column} received-এর বেশি হতে পারে না।",
      example = "received 10, resolved 12")
  record ResolvedExceedsReceivedNotice(
      Long rowNumber, String columnName, String found, String expected) implements FilingNotice {}

  /** The times of an incident are not in the order in which things happen. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: {found} is before {expected}, a time that comes earlier in the course of an incident. The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: {found} সময়টি {expected}-এর আগে, অথচ ঘটনার ক্রমে এটি পরে হওয়ার কথা। সারিটি নেওয়া হয়েছে।",
      fix =
          "Check the times: detected, reported, acknowledged, work started, resolved, each not before the one before it.",
      fixBn =
          "সময়গুলো মিলিয়ে দেখুন: শনাক্ত, জানানো, গ্রহণ, কাজ শুরু, সমাধান - কোনোটি আগেরটির আগে হতে পারে না।",
      example = "resolved_time before detected_time")
  record IncidentTimesOutOfOrderNotice(
      Long rowNumber, String columnName, String found, String expected) implements FilingNotice {}
}
