package org.fxbb.readers.notice;

import org.jspecify.annotations.Nullable;

/** Notices about a file as a whole. Source: spec 4.2, 4.3, 4.10 and 4.11. */
public sealed interface FileNotice extends Notice {

  /**
   * The name of the file fits no form of spec 4.2 or 4.8; {@code expected} is the right name where
   * it can be guessed.
   */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The file name \"{found}\" is not one the regulator knows: expected {expected}. The file was not read.",
      bn = "ফাইলের নাম \"{found}\" চেনা যায়নি: হওয়া উচিত {expected}। ফাইলটি পড়া হয়নি।",
      fix = "Rename the file to {expected} and send it again.",
      fixBn = "ফাইলটির নাম {expected} দিয়ে আবার পাঠান।",
      example = "isp-0142_packages_2026-01 (1).csv")
  record UnknownFileNameNotice(String found, String expected) implements FileNotice {}

  /** The file is the workbook of a spreadsheet; {@code expected} is the name as CSV. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "\"{found}\" is a workbook of a spreadsheet: expected a CSV file named {expected}. The file was not read.",
      bn =
          "\"{found}\" এক্সেল বা LibreOffice-এর ফাইল: প্রয়োজন {expected} নামের CSV ফাইল। ফাইলটি পড়া হয়নি।",
      fix =
          "Open it in the spreadsheet, choose Save As, type \"CSV UTF-8 (Comma delimited)\", and send the new file, named {expected}.",
      fixBn =
          "ফাইলটি খুলে Save As থেকে \"CSV UTF-8 (Comma delimited)\" বেছে সংরক্ষণ করুন, এবং {expected} নামের নতুন ফাইলটি পাঠান।",
      example = "isp-0142_packages_2026-01.xlsx")
  record WorkbookInsteadOfCsvNotice(String found, String expected) implements FileNotice {}

  /** The name of the file names another sender than the folder it arrived in. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The file name says it is from \"{found}\", but it arrived in the folder of \"{expected}\". The file was not read.",
      bn =
          "ফাইলের নামে প্রেরক \"{found}\", কিন্তু এটি \"{expected}\"-এর ফোল্ডারে এসেছে। ফাইলটি পড়া হয়নি।",
      fix = "Send only your own files, named with your own code {expected}.",
      fixBn = "শুধু নিজের ফাইল পাঠান; নামে নিজের কোড {expected} লিখুন।",
      example = "isp-0007_packages_2026-01.csv in isps/isp-0142/inbox")
  record SenderMismatchNotice(String found, String expected) implements FileNotice {}

  /** The ISP code of the file name or folder is not in the register. */
  @NoticeText(
      severity = Severity.FATAL,
      en = "No ISP with the code \"{found}\" is in the register. The file was not read.",
      bn = "\"{found}\" কোডের কোনো আইএসপি নিবন্ধনে নেই। ফাইলটি পড়া হয়নি।",
      fix =
          "Check the code on your licence letter; if it is right, ask the regulator to register it.",
      fixBn = "লাইসেন্সের চিঠিতে কোডটি মিলিয়ে দেখুন; ঠিক থাকলে কমিশনকে নিবন্ধন করতে বলুন।",
      example = "isp-9999_packages_2026-01.csv")
  record UnknownIspNotice(String found) implements FileNotice {}

  /** The month of the filing has not ended yet. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The month {found} has not ended: the newest month that can be filed is {expected}. The file was not read.",
      bn =
          "{found} মাস এখনও শেষ হয়নি: সর্বশেষ যে মাস জমা দেওয়া যায় তা {expected}। ফাইলটি পড়া হয়নি।",
      fix = "Correct the month in the file name, or send the file after the month has ended.",
      fixBn = "ফাইলের নামে মাসটি ঠিক করুন, অথবা মাস শেষ হলে পাঠান।",
      example = "isp-0142_packages_2031-01.csv")
  record PeriodInFutureNotice(String found, String expected) implements FileNotice {}

  /** The month of the filing is older than what is still taken. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The month {found} is too old: the oldest month that is still taken is {expected}. The file was not read.",
      bn =
          "{found} মাসটি অনেক পুরোনো: সবচেয়ে পুরোনো গ্রহণযোগ্য মাস {expected}। ফাইলটি পড়া হয়নি।",
      fix = "Correct the month in the file name; for older months write to the regulator.",
      fixBn = "ফাইলের নামে মাসটি ঠিক করুন; আরও পুরোনো মাসের জন্য কমিশনকে লিখুন।",
      example = "isp-0142_packages_2009-01.csv")
  record PeriodTooOldNotice(String found, String expected) implements FileNotice {}

  /** The month was closed already; the file is loaded and makes restatements. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "The month {found} is closed already. The file was loaded; changes to published figures appear as restatements.",
      bn =
          "{found} মাসের হিসাব আগেই বন্ধ হয়েছে। ফাইলটি নেওয়া হয়েছে; প্রকাশিত অঙ্ক বদলালে তা সংশোধনী হিসেবে দেখানো হবে।",
      fix = "Nothing to do if the correction is intended.",
      fixBn = "সংশোধন ইচ্ছাকৃত হলে কিছু করার নেই।",
      example = "a file for 2025-11 received in February 2026")
  record PeriodClosedNotice(String found, @Nullable String expected) implements FileNotice {}

  /**
   * The same bytes of the same sender, feed and month were received before and are queued or
   * accepted.
   */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "The file has the same content as \"{expected}\", which was received before. It was not loaded again; that answer holds.",
      bn =
          "ফাইলটির বিষয়বস্তু আগে পাওয়া \"{expected}\"-এর সঙ্গে হুবহু এক। এটি আবার নেওয়া হয়নি; আগের উত্তরই বহাল।",
      fix = "Nothing to do. To correct figures, change the file and send it again.",
      fixBn = "কিছু করার নেই। অঙ্ক সংশোধন করতে চাইলে ফাইল বদলে আবার পাঠান।",
      example = "the same upload twice")
  record DuplicateFileNotice(String found, String expected) implements FileNotice {}

  /** A higher revision is accepted already, so this one is superseded on arrival. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Revision {found} arrived after revision {expected} had been accepted. It was kept but not loaded.",
      bn =
          "সংস্করণ {expected} গৃহীত হওয়ার পরে সংস্করণ {found} এসেছে। এটি রাখা হয়েছে, কিন্তু নেওয়া হয়নি।",
      fix = "If this is the right content, send it with a revision above {expected}.",
      fixBn = "এটিই সঠিক হলে {expected}-এর চেয়ে বড় সংস্করণ নম্বর দিয়ে পাঠান।",
      example = "isp-0142_packages_2026-01_r1.csv after _r2")
  record OlderRevisionNotice(String found, String expected) implements FileNotice {}

  /** The file has no content, or nothing but white space. */
  @NoticeText(
      severity = Severity.FATAL,
      en = "The file is empty: it has no data rows.",
      bn = "ফাইলটি খালি: এতে কোনো তথ্যসারি নেই।",
      fix = "Export the file again and look at it before sending it.",
      fixBn = "ফাইলটি আবার তৈরি করুন এবং পাঠানোর আগে খুলে দেখুন।",
      example = "a file of 0 bytes, or a filing with a header alone")
  record EmptyFileNotice() implements FileNotice {}

  /** The bytes are not text in an encoding that is read. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The file is not readable text: found {found}, expected {expected}. The file was refused.",
      bn =
          "ফাইলটি পড়ার মতো লেখা নয়: পাওয়া গেছে {found}, প্রয়োজন {expected}। ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Save the file in Excel as \"CSV UTF-8 (Comma delimited)\".",
      fixBn = "এক্সেলে \"CSV UTF-8 (Comma delimited)\" হিসেবে সংরক্ষণ করুন।",
      example = "a workbook renamed to .csv")
  record UnreadableEncodingNotice(String found, String expected) implements FileNotice {}

  /**
   * A compressed file ends too early or does not decompress. Of a dump, what was read before stays
   * loaded.
   */
  @NoticeText(
      severity = Severity.FATAL,
      en = "The compressed file is damaged: {found}.",
      bn = "সংকুচিত ফাইলটি নষ্ট: {found}।",
      fix = "Compress the file again and send it again; look at its size after the upload.",
      fixBn = "ফাইলটি আবার সংকুচিত করে পাঠান; পাঠানোর পরে আকার মিলিয়ে দেখুন।",
      example = "an upload that broke off")
  record CorruptArchiveNotice(String found) implements FileNotice {}

  /** The file is an archive of a kind that is not unpacked. */
  @NoticeText(
      severity = Severity.FATAL,
      en = "The file is a {found}: expected {expected}. The file was not read.",
      bn = "ফাইলটি একটি {found}: প্রয়োজন {expected}। ফাইলটি পড়া হয়নি।",
      fix =
          "If it is a workbook, save it as \"CSV UTF-8\" in the spreadsheet; another name alone makes no CSV file of it. Send each CSV file by itself, plain or as .csv.gz, or several in one .zip.",
      fixBn =
          "এটি এক্সেল বা LibreOffice-এর ফাইল হলে সেখানে \"CSV UTF-8\" হিসেবে সংরক্ষণ করুন; শুধু নাম বদলালে CSV হয় না। প্রতিটি CSV ফাইল আলাদা করে, সরাসরি বা .csv.gz হিসেবে, অথবা কয়েকটি একসঙ্গে .zip করে পাঠান।",
      example = "a workbook named .csv")
  record UnsupportedArchiveNotice(String found, String expected) implements FileNotice {}

  /** A compressed file grows beyond the allowed ratio or size. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The compressed file grows to {found} when it is read: expected {expected}. The file was refused.",
      bn = "সংকুচিত ফাইলটি খুললে {found} হয়: সীমা {expected}। ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Send the CSV file without padding, or uncompressed.",
      fixBn = "অপ্রয়োজনীয় অংশ বাদ দিয়ে, অথবা সংকুচিত না করে CSV ফাইল পাঠান।",
      example = "a gzip file that unpacks to 1,000 times its size")
  record ArchiveTooLargeNotice(String found, String expected) implements FileNotice {}

  /** A filing is larger than the limit. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The file is larger than allowed: found {found}, expected {expected}. The file was refused.",
      bn =
          "ফাইলটি সীমার চেয়ে বড়: পাওয়া গেছে {found}, সীমা {expected}। ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Check that the file holds one month of one feed only.",
      fixBn = "ফাইলে শুধু এক মাসের এক ধরনের তথ্য আছে কি না দেখুন।",
      example = "a filing of 300 MB")
  record FileTooLargeNotice(String found, String expected) implements FileNotice {}

  /** The first line names none of the columns of the feed. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The first line is not the header: expected column names such as {expected}, found \"{found}\". The file was not read.",
      bn =
          "প্রথম লাইনে শিরোনাম নেই: {expected} ধরনের কলামের নাম প্রয়োজন, পাওয়া গেছে \"{found}\"। ফাইলটি পড়া হয়নি।",
      fix = "Put the column names of the template in the first line.",
      fixBn = "প্রথম লাইনে নমুনা ফাইলের কলামের নামগুলো লিখুন।",
      example = "a file that starts with figures")
  record MissingHeaderNotice(String found, String expected) implements FileNotice {}

  /** The header lacks a column that the feed requires. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The required column {column} is missing from the header; the columns of this feed are {expected}. The file was not read.",
      bn = "আবশ্যক কলাম {column} শিরোনামে নেই; এই ফাইলের কলামগুলো {expected}। ফাইলটি পড়া হয়নি।",
      fix = "Add the column {column} and fill it in every row.",
      fixBn = "{column} কলাম যোগ করে প্রতিটি সারিতে পূরণ করুন।",
      example = "packages without price_bdt")
  record MissingRequiredColumnNotice(String columnName, String expected) implements FileNotice {}

  /** The header has a column that the feed does not know; its cells are not read. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "The column \"{column}\" is unknown and was not read; the columns of this feed are {expected}.",
      bn = "\"{column}\" কলামটি অচেনা, তাই পড়া হয়নি; এই ফাইলের কলামগুলো {expected}।",
      fix = "Correct the name if it is misspelt; otherwise leave the column out.",
      fixBn = "বানান ভুল হলে ঠিক করুন; নইলে কলামটি বাদ দিন।",
      example = "remarks")
  record UnknownColumnNotice(String columnName, String expected) implements FileNotice {}

  /** Two columns of the header have the same name. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The column {column} occurs more than once in the header, so it is not clear which one counts. The file was not read.",
      bn =
          "{column} কলামটি শিরোনামে একাধিকবার আছে, তাই কোনটি ধরা হবে তা স্পষ্ট নয়। ফাইলটি পড়া হয়নি।",
      fix = "Keep one column {column}.",
      fixBn = "একটিমাত্র {column} কলাম রাখুন।",
      example = "price_bdt twice")
  record DuplicateColumnNotice(String columnName) implements FileNotice {}

  /** The header has more columns than any feed could. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The header has too many columns: found {found}, expected {expected}. The file was not read.",
      bn = "শিরোনামে কলাম বেশি: পাওয়া গেছে {found}, সীমা {expected}। ফাইলটি পড়া হয়নি।",
      fix = "Delete the empty columns to the right of the table.",
      fixBn = "টেবিলের ডানদিকের ফাঁকা কলামগুলো মুছে ফেলুন।",
      example = "16,384 columns")
  record TooManyColumnsNotice(String found, String expected) implements FileNotice {}

  /** A row is longer than the limit, most often because a quotation mark is not closed. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "Row {row} is too long: found {found}, expected {expected}. Nothing after it can be told apart; the file was refused.",
      bn =
          "সারি {row} অতিরিক্ত লম্বা: পাওয়া গেছে {found}, সীমা {expected}। এর পরের অংশ আলাদা করা যায় না; ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Look in row {row} for a quotation mark that is not closed.",
      fixBn = "সারি {row}-এ বন্ধ না-করা উদ্ধৃতিচিহ্ন আছে কি না দেখুন।",
      example = "\"Home 20 without a second quotation mark")
  record RowTooLongNotice(Long rowNumber, String found, String expected) implements FileNotice {}

  /**
   * A quotation mark is not closed, or text follows a closing one, so cells cannot be told apart.
   */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The quotation marks around row {row} are broken: {found}. Nothing after it can be told apart; the file was refused.",
      bn =
          "সারি {row}-এর কাছে উদ্ধৃতিচিহ্ন ভুল: {found}। এর পরের অংশ আলাদা করা যায় না; ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Look near row {row}; double a quotation mark inside a quoted cell.",
      fixBn = "সারি {row}-এর কাছে দেখুন; উদ্ধৃতির ভেতরের উদ্ধৃতিচিহ্ন দুবার লিখুন।",
      example = "\"Home 20 without a second quotation mark")
  record BrokenQuotingNotice(Long rowNumber, String found) implements FileNotice {}

  /** More rows are bad than a filing may have. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "Too many rows are wrong: found {found}, expected {expected}. No row of this file was loaded.",
      bn =
          "অনেক বেশি সারিতে ভুল: পাওয়া গেছে {found}, সীমা {expected}। এই ফাইলের কোনো সারি নেওয়া হয়নি।",
      fix = "Correct the rows listed in the rejected file and send the whole file again.",
      fixBn = "প্রত্যাখ্যাত সারির ফাইলে দেওয়া সারিগুলো ঠিক করে পুরো ফাইল আবার পাঠান।",
      example = "40 bad rows of 100")
  record TooManyErrorsNotice(String found, String expected) implements FileNotice {}

  /** The file needs something that has not arrived yet; it is tried again in each cycle. */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "The file waits for {found}, which has not arrived yet. It is tried again by itself until {expected} (Dhaka time).",
      bn =
          "ফাইলটি {found}-এর অপেক্ষায় আছে, যা এখনও আসেনি। {expected} (ঢাকার সময়) পর্যন্ত নিজে থেকেই আবার চেষ্টা করা হবে।",
      fix = "Send {found}; this file need not be sent again.",
      fixBn = "{found} পাঠান; এই ফাইলটি আবার পাঠাতে হবে না।",
      example = "subscribers before packages")
  record WaitingForReferenceNotice(String found, String expected) implements FileNotice {}

  /** What the file needed did not arrive in time. */
  @NoticeText(
      severity = Severity.FATAL,
      en =
          "The file waited for {found} until {expected} (Dhaka time), but it did not arrive. The file was refused.",
      bn =
          "ফাইলটি {expected} (ঢাকার সময়) পর্যন্ত {found}-এর অপেক্ষায় ছিল, কিন্তু তা আসেনি। ফাইলটি ফেরত দেওয়া হয়েছে।",
      fix = "Send {found} first, then this file again.",
      fixBn = "আগে {found} পাঠান, তারপর এই ফাইলটি আবার পাঠান।",
      example = "subscribers whose packages never came")
  record ReferenceNeverArrivedNotice(String found, String expected) implements FileNotice {}

  /** A zip has something that no sender means to send, such as a picture cache of Windows. */
  @NoticeText(
      severity = Severity.INFO,
      en = "\"{found}\" in the zip was not read: it is no filing.",
      bn = "জিপের \"{found}\" পড়া হয়নি: এটি কোনো জমার ফাইল নয়।",
      fix = "Nothing to do.",
      fixBn = "কিছু করার নেই।",
      example = "__MACOSX/._isp-0142_packages_2026-01.csv, or Thumbs.db")
  record IgnoredMemberNotice(String found) implements FileNotice {}

  /** The name of a member of a zip leads out of the zip. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "\"{found}\" in the zip was not read: its name points outside of the zip.",
      bn = "জিপের \"{found}\" পড়া হয়নি: এর নাম জিপের বাইরের জায়গা বোঝায়।",
      fix = "Put the CSV files themselves into the zip, without folders.",
      fixBn = "কোনো ফোল্ডার ছাড়া শুধু CSV ফাইলগুলো জিপে রাখুন।",
      example = "../isp-0142_packages_2026-01.csv")
  record UnsafeMemberNameNotice(String found) implements FileNotice {}

  /** A member of a zip is an archive again. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "\"{found}\" in the zip was not read: it is an archive itself.",
      bn = "জিপের \"{found}\" পড়া হয়নি: এটি নিজেই একটি সংকুচিত ফাইল।",
      fix = "Put plain CSV files into the zip.",
      fixBn = "জিপে সাধারণ CSV ফাইল রাখুন।",
      example = "isp-0142_packages_2026-01.csv.gz inside a zip")
  record NestedArchiveNotice(String found) implements FileNotice {}

  /** Members of a zip have the same name, so it is not clear which one counts. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "\"{found}\" is in the zip more than once, so it is not clear which one counts. None of them was read.",
      bn = "\"{found}\" জিপে একাধিকবার আছে, তাই কোনটি ধরা হবে তা স্পষ্ট নয়। একটিও পড়া হয়নি।",
      fix = "Keep one file of this name and send the zip again.",
      fixBn = "এই নামের একটিমাত্র ফাইল রেখে জিপটি আবার পাঠান।",
      example = "old/isp-0142_pops_2026-01.csv beside new/isp-0142_pops_2026-01.csv")
  record RepeatedMemberNotice(String found) implements FileNotice {}

  /** A member of a zip does not decompress to what the zip says. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "\"{found}\" in the zip was not read: it is damaged.",
      bn = "জিপের \"{found}\" পড়া হয়নি: এটি নষ্ট।",
      fix = "Make the zip again and send it again; look at its size after the upload.",
      fixBn = "জিপটি আবার তৈরি করে পাঠান; পাঠানোর পরে আকার মিলিয়ে দেখুন।",
      example = "a member whose checksum is wrong")
  record DamagedMemberNotice(String found) implements FileNotice {}

  /** A zip is protected by a password. */
  @NoticeText(
      severity = Severity.FATAL,
      en = "The zip is encrypted, so nothing in it could be read.",
      bn = "জিপটি পাসওয়ার্ড দিয়ে বন্ধ, তাই এর কিছুই পড়া যায়নি।",
      fix = "Make the zip without a password; the connection that carries it is encrypted.",
      fixBn = "পাসওয়ার্ড ছাড়া জিপ তৈরি করুন; যে সংযোগে পাঠানো হয় সেটিই সুরক্ষিত।",
      example = "a zip with a password")
  record EncryptedArchiveNotice() implements FileNotice {}

  /** A zip has more members than the filings of a month could be. */
  @NoticeText(
      severity = Severity.FATAL,
      en = "The zip has too many files: found {found}, expected {expected}. Nothing was read.",
      bn = "জিপে ফাইলের সংখ্যা বেশি: পাওয়া গেছে {found}, সীমা {expected}। কিছুই পড়া হয়নি।",
      fix = "Put the filings of one month into one zip, and nothing else.",
      fixBn = "এক জিপে শুধু এক মাসের জমার ফাইল রাখুন।",
      example = "a zip of a whole disk")
  record TooManyMembersNotice(String found, String expected) implements FileNotice {}

  /** The archive has not enough free space to unpack a zip; that is for the operator to repair. */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "The zip cannot be unpacked now, because there is not enough free space here. It waits and is read by itself once there is.",
      bn =
          "এখানে খালি জায়গা কম থাকায় জিপটি এখন খোলা যাচ্ছে না। এটি অপেক্ষায় আছে; জায়গা হলে নিজে থেকেই পড়া হবে।",
      fix = "Nothing to do; the operator has been told. The time at which it arrived counts.",
      fixBn =
          "আপনার কিছু করার নেই; পরিচালককে জানানো হয়েছে। ফাইলটি যখন পৌঁছেছে, সেই সময়ই ধরা হবে।",
      example = "a zip that unpacks to 800 MB while 900 MB are free and 1,024 MB are to stay free")
  record NoRoomToUnpackNotice() implements FileNotice {}

  /** A rule needs a filing that is not in force, so it could not run. */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "The rule {found} could not run: no {column} filing of {expected} is in force. All other rules ran.",
      bn =
          "{found} নিয়মটি যাচাই করা যায়নি: {expected} মাসের {column} ফাইল গৃহীত নেই। অন্য সব নিয়ম যাচাই হয়েছে।",
      fix =
          "Nothing to do in this file; send the {column} filing of {expected} if it is still due.",
      fixBn = "এই ফাইলে কিছু করার নেই; {expected} মাসের {column} ফাইল বাকি থাকলে পাঠান।",
      example = "subscribers_do_not_roll_forward in the first month of an ISP")
  record RuleNotRunNotice(String columnName, String found, String expected) implements FileNotice {}

  /** A rule adds up the whole file, so it could not run where rows are missing. */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "The rule {found} could not run, because it needs the whole file; rows that were not loaded: {expected}.",
      bn =
          "{found} নিয়মটি যাচাই করা যায়নি, কারণ এতে পুরো ফাইল লাগে, অথচ {expected}টি সারি নেওয়া যায়নি।",
      fix = "Correct the rows that were not loaded and send the file again.",
      fixBn = "যে সারিগুলো নেওয়া যায়নি সেগুলো ঠিক করে ফাইলটি আবার পাঠান।",
      example = "package_count_mismatch in a file with errors")
  record RuleNotRunOnPartialFileNotice(String found, String expected) implements FileNotice {}
}
