package org.fxbb.readers.notice;

import org.jspecify.annotations.Nullable;

/**
 * Notices that only several files or months together can raise. Raised by jobs. Source: spec 4.11
 * and 5.8.
 */
public sealed interface AcrossNotice extends Notice {

  /** Last month's subscribers plus new less churned are not this month's. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Subscribers of {column} do not roll forward: previous + new - churned is {expected}, filed {found}.",
      bn =
          "{column}-এর গ্রাহকসংখ্যা মেলে না: আগের + নতুন - ছেড়ে যাওয়া = {expected}, জমা দেওয়া {found}।",
      fix = "Check new_count and churned_count against last month's filing.",
      fixBn = "গত মাসের হিসাবের সঙ্গে new_count ও churned_count মিলিয়ে দেখুন।",
      example = "100 + 10 - 5 filed as 120")
  record SubscribersDoNotRollForwardNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AcrossNotice {}

  /** subscriber_count of a package is not the sum of its subscribers rows. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Package {column}: subscriber_count is {found}, the subscribers file adds up to {expected}.",
      bn = "প্যাকেজ {column}: subscriber_count {found}, গ্রাহক ফাইলে যোগফল {expected}।",
      fix = "Make both files from the same day's figures.",
      fixBn = "দুটি ফাইল একই দিনের হিসাব থেকে তৈরি করুন।",
      example = "500 in packages, 430 in subscribers")
  record PackageCountMismatchNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AcrossNotice {}

  /** Filed revenue is far from price times subscribers. */
  @NoticeText(
      severity = Severity.WARNING,
      en = "Revenue of {column} is {found} BDT, price times subscribers gives {expected}.",
      bn = "{column}-এর আয় {found} টাকা, মূল্য গুণ গ্রাহক হয় {expected}।",
      fix = "Check subscriber_revenue_bdt, net of VAT, and paying_subscribers.",
      fixBn = "ভ্যাট ছাড়া subscriber_revenue_bdt এবং paying_subscribers মিলিয়ে দেখুন।",
      example = "half of the revenue that the price list gives")
  record RevenueVarianceNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AcrossNotice {}

  /** Declared subscribers are far from the sessions that were measured. */
  @NoticeText(
      severity = Severity.WARNING,
      en = "Declared active subscribers are {found}, measured sessions give {expected}.",
      bn = "ঘোষিত সক্রিয় গ্রাহক {found}, পরিমাপ করা সেশন থেকে হয় {expected}।",
      fix = "Check the subscribers file, and that every BRAS is polled.",
      fixBn = "গ্রাহক ফাইল এবং প্রতিটি BRAS পরিমাপ হচ্ছে কি না মিলিয়ে দেখুন।",
      example = "1,000 declared, 2,400 sessions")
  record SubscriberVarianceNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AcrossNotice {}

  /** The content is byte for byte that of another month. */
  @NoticeText(
      severity = Severity.WARNING,
      en = "The content is identical to the file for {found}. It was loaded.",
      bn = "বিষয়বস্তু {found} মাসের ফাইলের সঙ্গে হুবহু এক। ফাইলটি নেওয়া হয়েছে।",
      fix = "Check that the right file was sent; if not, send the right one.",
      fixBn = "সঠিক ফাইল পাঠানো হয়েছে কি না দেখুন; না হলে সঠিকটি পাঠান।",
      example = "January's file renamed to February")
  record FileIdenticalToPreviousMonthNotice(String found, @Nullable String expected)
      implements AcrossNotice {}

  /** The content is byte for byte that of another ISP. */
  @NoticeText(
      severity = Severity.WARNING,
      en = "The content is identical to a file of another ISP. It was loaded.",
      bn = "বিষয়বস্তু অন্য একটি আইএসপির ফাইলের সঙ্গে হুবহু এক। ফাইলটি নেওয়া হয়েছে।",
      fix = "Check that the right file was sent; if not, send the right one.",
      fixBn = "সঠিক ফাইল পাঠানো হয়েছে কি না দেখুন; না হলে সঠিকটি পাঠান।",
      example = "the template's example rows sent as a filing")
  record FileIdenticalToOtherIspNotice(String found, @Nullable String expected)
      implements AcrossNotice {}

  /** A package that had subscribers last month is missing this month. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "The package \"{found}\" is missing from this month's file; its subscribers last month: {expected}.",
      bn = "\"{found}\" প্যাকেজে গত মাসে {expected} গ্রাহক ছিল, এ মাসের ফাইলে প্যাকেজটি নেই।",
      fix = "File it with the status discontinued, or say where its subscribers went.",
      fixBn = "discontinued অবস্থায় জমা দিন, অথবা গ্রাহকরা কোথায় গেছে তা জানান।",
      example = "PKG-20 with 300 subscribers left out")
  record PackageVanishedWithSubscribersNotice(
      @Nullable Long rowNumber,
      @Nullable String columnName,
      String found,
      @Nullable String expected)
      implements AcrossNotice {}

  /** A version of a filing has fewer rows than the one in force, all of which it replaces. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "This file has {found} and replaces the accepted version, which has {expected}. Rows that are not in it no longer count.",
      bn =
          "এই ফাইলে {found}, অথচ এটি যে গৃহীত ফাইলের জায়গা নেয় তাতে {expected}। যেসব সারি এতে নেই সেগুলো আর ধরা হবে না।",
      fix =
          "If rows are missing, send the whole list again, the right rows included; never only the corrected ones. If they were left out on purpose, nothing needs to be done.",
      fixBn =
          "কোনো সারি বাদ পড়ে থাকলে ঠিক সারিগুলোসহ পুরো তালিকা আবার পাঠান; শুধু সংশোধিত সারি পাঠাবেন না। ইচ্ছা করে বাদ দিয়ে থাকলে কিছু করতে হবে না।",
      example = "a resubmission with the one corrected row of ten")
  record FewerRowsThanReplacedNotice(String found, String expected) implements AcrossNotice {}
}
