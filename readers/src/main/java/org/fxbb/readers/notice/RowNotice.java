package org.fxbb.readers.notice;

import org.jspecify.annotations.Nullable;

/** Notices about one row or cell of a CSV file. Source: spec 4.3, 4.4, 4.8 and 4.11. */
public sealed interface RowNotice extends Notice {

  /** A row of bulk history is no CSV record in UTF-8; a filing with such a row is refused whole. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "Row {row} cannot be read: expected {expected}, found {found}. The row was not loaded.",
      bn = "সারি {row} পড়া যায়নি: প্রয়োজন {expected}, পাওয়া গেছে {found}। সারিটি নেওয়া হয়নি।",
      fix =
          "Write the row as one CSV record in UTF-8; write a quotation mark inside a quoted cell twice.",
      fixBn =
          "সারিটি UTF-8-এ একটি CSV সারি হিসেবে লিখুন; উদ্ধৃত ঘরের ভেতরের উদ্ধৃতিচিহ্ন দুবার লিখুন।",
      example = "a quotation mark that is not closed, in bulk history")
  record BrokenRowNotice(Long rowNumber, String found, String expected) implements RowNotice {}

  /** A row has more or fewer cells than the header. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}: expected {expected} cells as in the header, found {found}. The row was not loaded.",
      bn =
          "সারি {row}-এ {found}টি ঘর, শিরোনাম অনুযায়ী হওয়া উচিত {expected}টি। সারিটি নেওয়া হয়নি।",
      fix =
          "Look for a missing or an extra separator; put text that contains one in quotation marks.",
      fixBn = "কোথাও বিভাজক চিহ্ন কম বা বেশি আছে কি না দেখুন; লেখার ভেতরে থাকলে উদ্ধৃতিচিহ্ন দিন।",
      example = "a comma inside a package name")
  record WrongCellCountNotice(Long rowNumber, String found, String expected) implements RowNotice {}

  /** A required cell is empty. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "Row {row}, column {column}: the value is missing. The row was not loaded.",
      bn = "সারি {row}, কলাম {column}: মান নেই। সারিটি নেওয়া হয়নি।",
      fix = "Fill in {column}.",
      fixBn = "{column} পূরণ করুন।",
      example = "an empty price_bdt")
  record MissingRequiredValueNotice(Long rowNumber, String columnName) implements RowNotice {}

  /** A cell of a number column is not a number. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected a number, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: সংখ্যা প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Write digits only, and use a point before decimals: 12.5, not 12,5.",
      fixBn = "শুধু অঙ্ক লিখুন, দশমিকের আগে বিন্দু দিন: 12.5, 12,5 নয়।",
      example = "12,5")
  record NotANumberNotice(Long rowNumber, String columnName, String found) implements RowNotice {}

  /** A number is outside the range of its column. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: সীমা {expected}, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Check the figure and its unit.",
      fixBn = "অঙ্ক ও একক মিলিয়ে দেখুন।",
      example = "-5 in current_count")
  record NumberOutOfRangeNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A cell of a whole-number column has decimals. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected a whole number, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: পূর্ণসংখ্যা প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Write the number without decimals.",
      fixBn = "দশমিক ছাড়া সংখ্যা লিখুন।",
      example = "10.5 in current_count")
  record NotAnIntegerNotice(Long rowNumber, String columnName, String found) implements RowNotice {}

  /** A cell is not one of the values its column allows. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected one of {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected}-এর একটি প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Use one of {expected}.",
      fixBn = "{expected}-এর একটি লিখুন।",
      example = "HOME in package_type")
  record UnknownEnumValueNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A cell of a date column is not a date of the calendar. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected a date such as 2026-01-31, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: 2026-01-31 ধরনের তারিখ প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Write year-month-day: 2026-01-31.",
      fixBn = "বছর-মাস-দিন লিখুন: 2026-01-31।",
      example = "31/02/2026")
  record InvalidDateNotice(Long rowNumber, String columnName, String found) implements RowNotice {}

  /** A cell of a time column is not a time. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected a time such as 2026-01-31T18:30:00+06:00, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: 2026-01-31T18:30:00+06:00 ধরনের সময় প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Write date and time as 2026-01-31T18:30:00; without an offset it is Dhaka time.",
      fixBn = "তারিখ ও সময় 2026-01-31T18:30:00 আকারে লিখুন; অফসেট না থাকলে ঢাকার সময় ধরা হয়।",
      example = "half past six")
  record InvalidTimeNotice(Long rowNumber, String columnName, String found) implements RowNotice {}

  /** A cell of a yes/no column is neither. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected} প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Write true or false.",
      fixBn = "true অথবা false লিখুন।",
      example = "maybe in has_fup")
  record InvalidBooleanNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A contention ratio is not written as 1:n. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected} প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix =
          "Write 1, a colon and the number of subscribers that share: 1:8. Format the column as Text first, so that the spreadsheet makes no time of it.",
      fixBn =
          "1, কোলন ও কতজন গ্রাহক ভাগ করে নেন সেই সংখ্যা লিখুন: 1:8। স্প্রেডশিট যেন একে সময় বানিয়ে না ফেলে, সেজন্য আগে কলামটির ফরম্যাট Text করে নিন।",
      example = "8 in contention_ratio, or 02:30:00 where a spreadsheet made a time of 1:90")
  record InvalidRatioNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A cell of an identifier column is not a UUID. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected a UUID of 36 characters, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: ৩৬ অক্ষরের UUID প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Copy the identifier as the agent prints it.",
      fixBn = "এজেন্ট যেভাবে দেখায় সেভাবে শনাক্তকারীটি লিখুন।",
      example = "agent-7")
  record InvalidUuidNotice(Long rowNumber, String columnName, String found) implements RowNotice {}

  /** The period column names another month than the file name. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: the file is for {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: ফাইলটি {expected} মাসের, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix = "Send each month in a file of its own.",
      fixBn = "প্রতিটি মাস আলাদা ফাইলে পাঠান।",
      example = "2025-12 in a file for 2026-01")
  record PeriodDisagreesNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A package code is not among the packages the ISP filed. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: the package \"{found}\" was not filed by this ISP. Known packages: {expected}. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" প্যাকেজটি এই আইএসপি জমা দেয়নি। জানা প্যাকেজ: {expected}। সারিটি নেওয়া হয়নি।",
      fix = "Use a package_code of your packages file, or file the package first.",
      fixBn = "প্যাকেজ ফাইলের একটি package_code লিখুন, অথবা আগে প্যাকেজটি জমা দিন।",
      example = "PKG-99")
  record UnknownPackageNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements RowNotice {}

  /** A row of a registry file names an ISP that is not in the register. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: no ISP with the code \"{found}\" is in the register. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" কোডের কোনো আইএসপি নিবন্ধনে নেই। সারিটি নেওয়া হয়নি।",
      fix = "Add the ISP with an isps file first, or correct the code.",
      fixBn = "আগে isps ফাইলে আইএসপি যোগ করুন, অথবা কোড ঠিক করুন।",
      example = "isp-9999 in a pops file")
  record UnknownIspCodeNotice(Long rowNumber, String columnName, String found)
      implements RowNotice {}

  /** A PoP code is not in the register; the row is loaded as filed. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: the PoP \"{found}\" is not in the register. The row was loaded as filed.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" পপ নিবন্ধনে নেই। সারিটি যেমন আছে তেমন নেওয়া হয়েছে।",
      fix =
          "Write the code as it is registered, or ask the regulator to register the PoP. Registered codes of this ISP: {expected}.",
      fixBn =
          "কোডটি যেভাবে নিবন্ধিত সেভাবে লিখুন, অথবা কমিশনকে পপটি নিবন্ধন করতে বলুন। এই আইএসপির নিবন্ধিত কোড: {expected}।",
      example = "pop-77 in a pops filing")
  record UnknownPopNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A row of a registry file refers to a PoP that is not in the register. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: no PoP \"{found}\" of this ISP is in the register. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: এই আইএসপির \"{found}\" পপ নিবন্ধনে নেই। সারিটি নেওয়া হয়নি।",
      fix = "Add the PoP with a pops registry file first, or correct the code.",
      fixBn = "আগে pops নিবন্ধন ফাইলে পপটি যোগ করুন, অথবা কোড ঠিক করুন।",
      example = "an agent at an unregistered PoP")
  record UnregisteredPopNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements RowNotice {}

  /** A location is neither a known code nor a known name. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: no place \"{found}\" is known. Nearest: {expected}. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" নামে বা কোডে কোনো স্থান নেই। কাছাকাছি: {expected}। সারিটি নেওয়া হয়নি।",
      fix = "Use the BBS code, or one of the names {expected}.",
      fixBn = "বিবিএস কোড, অথবা {expected} নামের একটি লিখুন।",
      example = "Dhakka")
  record UnknownLocationNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements RowNotice {}

  /** A place name fits several places. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: \"{found}\" is the name of several places: {expected}. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" নামে একাধিক স্থান আছে: {expected}। সারিটি নেওয়া হয়নি।",
      fix = "Add the district, or use the BBS code.",
      fixBn = "জেলা যোগ করুন, অথবা বিবিএস কোড লিখুন।",
      example = "Kaliganj without a district")
  record AmbiguousLocationNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A filed place is outside the area of the licence; the row is loaded. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Row {row}, column {column}: \"{found}\" is outside the area of the licence ({expected}). The row was loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" লাইসেন্সের এলাকার ({expected}) বাইরে। সারিটি নেওয়া হয়েছে।",
      fix = "Check the place; if it is right, have the licence extended.",
      fixBn = "স্থানটি মিলিয়ে দেখুন; ঠিক থাকলে লাইসেন্সের এলাকা বাড়িয়ে নিন।",
      example = "subscribers in Sylhet under a licence for Khulna")
  record LocationOutsideLicenceNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements RowNotice {}

  /** Two rows of a file have the same key and other values. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row} has the key {column} = \"{found}\" of row {expected}, but other values. The row was not loaded.",
      bn =
          "সারি {row}-এর {column} = \"{found}\" সারি {expected}-এর মতোই, কিন্তু অন্য মান ভিন্ন। সারিটি নেওয়া হয়নি।",
      fix = "Keep one row for each {column}.",
      fixBn = "প্রতিটি {column}-এর জন্য একটি সারি রাখুন।",
      example = "the same package and location twice")
  record DuplicateKeyNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A cell is longer than allowed. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found {found}. The row was not loaded.",
      bn = "সারি {row}, কলাম {column}: সীমা {expected}, পাওয়া গেছে {found}। সারিটি নেওয়া হয়নি।",
      fix = "Shorten the text in {column}.",
      fixBn = "{column}-এর লেখা ছোট করুন।",
      example = "a name of 70,000 characters")
  record CellTooLongNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A cell has characters that no text has, such as NUL. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: found the control character {found}. The row was not loaded.",
      bn = "সারি {row}, কলাম {column}: নিয়ন্ত্রক অক্ষর {found} পাওয়া গেছে। সারিটি নেওয়া হয়নি।",
      fix = "Type the value of {column} anew.",
      fixBn = "{column}-এর মান নতুন করে টাইপ করুন।",
      example = "U+0000")
  record ControlCharactersNotice(Long rowNumber, String columnName, String found)
      implements RowNotice {}

  /** A cell was read in another form than the one written. */
  @NoticeText(
      severity = Severity.INFO,
      en = "Row {row}, column {column}: \"{found}\" was read as {expected}.",
      bn = "সারি {row}, কলাম {column}: \"{found}\" পড়া হয়েছে {expected} হিসেবে।",
      fix = "Nothing to do; writing {expected} avoids this notice.",
      fixBn = "কিছু করার নেই; {expected} লিখলে এই বার্তা আসবে না।",
      example = "১,২৩,৪৫৬")
  record NormalizedValueNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A list of keys names an account that is neither an ISP nor an agent. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: \"{found}\" is neither the code of an ISP nor the UUID of an agent in the register. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: \"{found}\" নিবন্ধনের কোনো আইএসপির কোড বা এজেন্টের UUID নয়। সারিটি নেওয়া হয়নি।",
      fix = "Register the ISP or the agent first, or correct {column}.",
      fixBn = "আগে আইএসপি বা এজেন্টটি নিবন্ধন করুন, অথবা {column} ঠিক করুন।",
      example = "isp-9999 in a credentials file")
  record UnknownAccountNotice(Long rowNumber, String columnName, String found)
      implements RowNotice {}

  /** A cell that should hold a public key does not. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found \"{found}\". The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected} প্রয়োজন, পাওয়া গেছে \"{found}\"। সারিটি নেওয়া হয়নি।",
      fix =
          "Copy the one line of the .pub file that ssh-keygen -t ed25519 wrote; never the private key.",
      fixBn =
          "ssh-keygen -t ed25519 যে .pub ফাইল তৈরি করে তার একমাত্র লাইনটি লিখুন; গোপন কী কখনো নয়।",
      example = "a private key, or a line that was cut off")
  record UnreadableSshKeyNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A public key is too short to be trusted. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: expected {expected}, found an RSA key of {found} bits. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {expected} প্রয়োজন, পাওয়া গেছে {found} বিটের RSA কী। সারিটি নেওয়া হয়নি।",
      fix = "Ask the owner for a new key: ssh-keygen -t ed25519.",
      fixBn = "মালিককে নতুন কী তৈরি করতে বলুন: ssh-keygen -t ed25519।",
      example = "ssh-rsa of 2048 bits")
  record WeakSshKeyNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}

  /** A list has a public key that was revoked for its account. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Row {row}, column {column}: the key {found} was revoked for this account. The row was not loaded.",
      bn =
          "সারি {row}, কলাম {column}: {found} কী-টি এই অ্যাকাউন্টের জন্য বাতিল করা হয়েছে। সারিটি নেওয়া হয়নি।",
      fix = "Ask the owner for a new key; a revoked one never opens the account again.",
      fixBn = "মালিককে নতুন কী দিতে বলুন; বাতিল করা কী আর কখনো কাজ করবে না।",
      example = "an old list sent again after a key was lost")
  record RevokedSshKeyNotice(Long rowNumber, String columnName, String found)
      implements RowNotice {}

  /** A list of grades names a rule that there is not, or grades one that is fixed. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "Row {row}: the rule \"{found}\" cannot be graded {expected}. The row was not loaded.",
      bn = "সারি {row}: \"{found}\" নিয়মের মান {expected} করা যায় না। সারিটি নেওয়া হয়নি।",
      fix =
          "Look the rule up in RULES.md. Rules of ERROR and FATAL and those about the file as a whole are fixed; only rules on filed rows can become ERROR.",
      fixBn =
          "RULES.md-এ নিয়মটি দেখুন। ERROR ও FATAL নিয়ম এবং পুরো ফাইল নিয়ে যেসব নিয়ম সেগুলো বদলানো যায় না; শুধু জমার সারির নিয়ম ERROR করা যায়।",
      example = "not_a_number as WARNING")
  record FixedNoticeGradeNotice(Long rowNumber, String columnName, String found, String expected)
      implements RowNotice {}
}
