package org.fxbb.cron.validate;

import java.util.ArrayList;
import java.util.List;
import org.fxbb.readers.feed.Feed;
import org.fxbb.readers.feed.Feed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which checks a file gets without a database, and which only at intake. Codes are those of {@code
 * readers/RULES.md}.
 *
 * @param ran what was checked, in words
 * @param ranBn the same in Bangla
 * @param notRun codes of the rules that need the register, policy, other files or other months
 */
public record Coverage(List<String> ran, List<String> ranBn, List<String> notRun) {

  /** Of a file whose name says nothing: only the name was looked at. */
  static Coverage ofName() {
    return new Coverage(List.of("file name"), List.of("ফাইলের নাম"), List.of());
  }

  /** Of a dump. */
  static Coverage ofDump() {
    return new Coverage(
        List.of("file name", "every line as JSON", "fields, ranges and sums of each submission"),
        List.of("ফাইলের নাম", "প্রতিটি লাইন JSON কি না", "প্রতিটি জমার ঘর, সীমা ও যোগফল"),
        List.of(
            "unknown_agent",
            "agent_isp_mismatch",
            "unknown_agent_pop",
            "time_outside_window",
            "submission_time_in_future",
            "submission_uuid_reused",
            "conflicting_duplicate"));
  }

  /** Of a CSV file; keys are null where rows of this kind may repeat or were too many. */
  static Coverage ofCsv(Feed feed, @Nullable RepeatedKeys keys) {
    List<String> ran = new ArrayList<>(List.of("file name", "encoding, separators and header"));
    List<String> ranBn = new ArrayList<>(List.of("ফাইলের নাম", "এনকোডিং, বিভাজক ও শিরোনাম"));
    ran.add("type, range and presence of every cell");
    ranBn.add("প্রতিটি ঘরের ধরন, সীমা ও আবশ্যকতা");
    ran.add("places, by the published codes");
    ranBn.add("স্থান, প্রকাশিত কোড অনুযায়ী");
    List<String> notRun = new ArrayList<>();
    if (keys != null && !keys.isGivenUp()) {
      ran.add("repeated keys");
      ranBn.add("একই কী-এর একাধিক সারি");
    } else {
      notRun.add("duplicate_key");
    }
    if (feed.kind() == Kind.FILING) {
      ran.add("figures of a row against each other");
      ranBn.add("একই সারির অঙ্কগুলোর পারস্পরিক মিল");
      notRun.addAll(
          List.of(
              "unknown_isp",
              "sender_mismatch",
              "period_in_future",
              "period_too_old",
              "period_closed",
              "duplicate_file",
              "older_revision",
              "fewer_rows_than_replaced",
              "file_identical_to_previous_month",
              "file_identical_to_other_isp"));
      notRun.addAll(ofFiling(feed.name()));
    } else {
      notRun.addAll(List.of("unknown_isp_code", "unregistered_pop"));
    }
    return new Coverage(ran, ranBn, notRun);
  }

  private static List<String> ofFiling(String feed) {
    return switch (feed) {
      case "packages" ->
          List.of(
              "price_above_tariff_cap",
              "contention_above_maximum",
              "package_vanished_with_subscribers");
      case "subscribers" ->
          List.of(
              "unknown_package",
              "location_outside_licence",
              "subscribers_do_not_roll_forward",
              "package_count_mismatch");
      case "revenue" ->
          List.of("unknown_package", "location_outside_licence", "vat_rate_unexpected");
      case "pops" -> List.of("unknown_pop", "location_outside_licence");
      case "incidents" -> List.of("unknown_pop", "location_outside_licence");
      default -> List.of();
    };
  }
}
