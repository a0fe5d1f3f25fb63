package org.fxbb.readers.notice;

import org.jspecify.annotations.Nullable;

/** Notices about dumps of agents. Line numbers start at 1. Source: spec 4.5, 4.6, 4.9 and 4.11. */
public sealed interface AgentNotice extends Notice {

  /** A line is not one JSON document. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: not a JSON document: expected {expected}, found {found}. The line was quarantined.",
      bn =
          "লাইন {row}: এটি JSON নয়: প্রয়োজন {expected}, পাওয়া গেছে {found}। লাইনটি আলাদা করে রাখা হয়েছে।",
      fix = "Write each submission as one complete JSON document on one line.",
      fixBn = "প্রতিটি জমা এক লাইনে একটি সম্পূর্ণ JSON হিসেবে লিখুন।",
      example = "a line cut in the middle")
  record BrokenLineNotice(Long rowNumber, String found, String expected) implements AgentNotice {}

  /** A line is longer than the limit; it is skipped to its end. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "Line {row}: too long: expected {expected}, found {found}. The line was quarantined.",
      bn =
          "লাইন {row}: অতিরিক্ত লম্বা: সীমা {expected}, পাওয়া গেছে {found}। লাইনটি আলাদা করে রাখা হয়েছে।",
      fix = "Write one submission per line.",
      fixBn = "প্রতি লাইনে একটি জমা লিখুন।",
      example = "a whole day on one line")
  record LineTooLongNotice(Long rowNumber, String found, String expected) implements AgentNotice {}

  /** A field that a submission or record needs is absent or null. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "Line {row}: the field {column} is missing. What it belongs to was quarantined.",
      bn = "লাইন {row}: {column} ঘরটি নেই। এটি যার অংশ তা আলাদা করে রাখা হয়েছে।",
      fix = "Update the agent or app to a version that sends {column}.",
      fixBn = "{column} পাঠায় এমন সংস্করণে এজেন্ট বা অ্যাপ হালনাগাদ করুন।",
      example = "no submission_uuid")
  record MissingFieldNotice(Long rowNumber, String columnName) implements AgentNotice {}

  /** A field has a value that it cannot have. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: the field {column} expected {expected}, found \"{found}\". What it belongs to was quarantined.",
      bn =
          "লাইন {row}: {column} ঘরে {expected} প্রয়োজন, পাওয়া গেছে \"{found}\"। এটি যার অংশ তা আলাদা করে রাখা হয়েছে।",
      fix = "Update the agent or app to a version that sends {column} as {expected}.",
      fixBn = "{column} ঠিকভাবে পাঠায় এমন সংস্করণে এজেন্ট বা অ্যাপ হালনাগাদ করুন।",
      example = "time \"yesterday\"")
  record InvalidFieldNotice(Long rowNumber, String columnName, String found, String expected)
      implements AgentNotice {}

  /** A submission states another kind of agent than its file. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: expected originator_type {expected}, found \"{found}\". The submission was quarantined.",
      bn =
          "লাইন {row}: originator_type {expected} প্রয়োজন, পাওয়া গেছে \"{found}\"। জমাটি আলাদা করে রাখা হয়েছে।",
      fix = "Send the dumps of each kind of agent under their own name.",
      fixBn = "প্রতিটি ধরনের এজেন্টের ফাইল তার নিজের নামে পাঠান।",
      example = "QOS_AGENT in an snmp_ file")
  record OriginatorMismatchNotice(Long rowNumber, String found, String expected)
      implements AgentNotice {}

  /** A submission names another agent than its file. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: the submission is of agent \"{found}\", the file of agent {expected}. The submission was quarantined.",
      bn =
          "লাইন {row}: জমাটি \"{found}\" এজেন্টের, ফাইলটি {expected} এজেন্টের। জমাটি আলাদা করে রাখা হয়েছে।",
      fix = "Send the submissions of each agent in files of its own.",
      fixBn = "প্রতিটি এজেন্টের জমা তার নিজের ফাইলে পাঠান।",
      example = "two agents in one dump")
  record AgentMismatchNotice(Long rowNumber, String found, String expected)
      implements AgentNotice {}

  /** The agent is not in the register. */
  @NoticeText(
      severity = Severity.ERROR,
      en = "No agent \"{found}\" is in the register. Its submissions were quarantined.",
      bn = "\"{found}\" এজেন্ট নিবন্ধনে নেই। তার জমাগুলো আলাদা করে রাখা হয়েছে।",
      fix = "Have the agent registered with an agents file; its dumps can then be sent again.",
      fixBn = "agents ফাইল দিয়ে এজেন্টটি নিবন্ধন করান; তারপর ফাইল আবার পাঠানো যাবে।",
      example = "a new agent that nobody registered")
  record UnknownAgentNotice(@Nullable Long rowNumber, String found) implements AgentNotice {}

  /** A submission states another ISP than the register has for the agent. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: the submission says ISP \"{found}\", the register says {expected}. The submission was quarantined.",
      bn =
          "লাইন {row}: জমায় আইএসপি \"{found}\", নিবন্ধনে {expected}। জমাটি আলাদা করে রাখা হয়েছে।",
      fix = "Correct isp_id in the agent's configuration, or the register.",
      fixBn = "এজেন্টের কনফিগারেশনে isp_id, অথবা নিবন্ধন ঠিক করুন।",
      example = "isp-0007 from an agent of isp-0142")
  record AgentIspMismatchNotice(@Nullable Long rowNumber, String found, String expected)
      implements AgentNotice {}

  /** A record names a PoP that the agent is not assigned to. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: the agent is not assigned to a PoP \"{found}\"; its PoPs are {expected}. The record was quarantined.",
      bn =
          "লাইন {row}: এজেন্টটি \"{found}\" পপে নিযুক্ত নয়; এর পপ {expected}। রেকর্ডটি আলাদা করে রাখা হয়েছে।",
      fix = "Correct pop_id in the agent's configuration, or the register.",
      fixBn = "এজেন্টের কনফিগারেশনে pop_id, অথবা নিবন্ধন ঠিক করুন।",
      example = "a PoP code with a typing error")
  record UnknownAgentPopNotice(@Nullable Long rowNumber, String found, @Nullable String expected)
      implements AgentNotice {}

  /** A time is older than what is still taken, or too far ahead. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: {column} is {found}, outside the window {expected}. The submission was quarantined.",
      bn =
          "লাইন {row}: {column} {found}, গ্রহণযোগ্য সময় {expected}-এর বাইরে। জমাটি আলাদা করে রাখা হয়েছে।",
      fix = "Check the agent's clock; older data can be sent as history.",
      fixBn = "এজেন্টের ঘড়ি দেখুন; পুরোনো তথ্য ইতিহাস হিসেবে পাঠানো যায়।",
      example = "a submission of 1970")
  record TimeOutsideWindowNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AgentNotice {}

  /** One submission_uuid came with two period starts within 3 days. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: submission_uuid {found} was used before, for the period from {expected}. It was loaded.",
      bn =
          "লাইন {row}: submission_uuid {found} আগে {expected} থেকে শুরু সময়ের জন্য ব্যবহৃত হয়েছে। এটি নেওয়া হয়েছে।",
      fix = "Make a new submission_uuid for each submission.",
      fixBn = "প্রতিটি জমার জন্য নতুন submission_uuid তৈরি করুন।",
      example = "a constant uuid in the agent")
  record SubmissionUuidReusedNotice(
      @Nullable Long rowNumber, String found, @Nullable String expected) implements AgentNotice {}

  /** Something was delivered twice with different values; the earliest stays. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: {column} \"{found}\" was delivered before with other values. The earlier one stays; the record was quarantined.",
      bn =
          "লাইন {row}: {column} \"{found}\" আগে ভিন্ন মানসহ পাওয়া গেছে। আগেরটি বহাল; রেকর্ডটি আলাদা করে রাখা হয়েছে।",
      fix = "Never change what was submitted once.",
      fixBn = "একবার জমা দেওয়া তথ্য বদলাবেন না।",
      example = "the same poll with other rates")
  record ConflictingDuplicateNotice(
      @Nullable Long rowNumber,
      @Nullable String columnName,
      String found,
      @Nullable String expected)
      implements AgentNotice {}

  /** submission_time is more than 5 minutes ahead. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}: submission_time {found} is ahead of {expected}. The submission was quarantined.",
      bn =
          "লাইন {row}: submission_time {found}, {expected}-এর চেয়ে এগিয়ে। জমাটি আলাদা করে রাখা হয়েছে।",
      fix = "Set the agent's clock by NTP.",
      fixBn = "এনটিপি দিয়ে এজেন্টের ঘড়ি ঠিক করুন।",
      example = "a clock one hour fast")
  record SubmissionTimeInFutureNotice(
      @Nullable Long rowNumber, @Nullable String columnName, String found, String expected)
      implements AgentNotice {}

  /** A count in the summary is not the number of records delivered. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: {column} says {found}, delivered were {expected}. What was delivered was loaded.",
      bn =
          "লাইন {row}: {column} অনুযায়ী {found}, পাওয়া গেছে {expected}। যা পাওয়া গেছে তা নেওয়া হয়েছে।",
      fix = "Check the agent; records may have been lost on the way.",
      fixBn = "এজেন্টটি দেখুন; পথে রেকর্ড হারিয়ে থাকতে পারে।",
      example = "total 4, delivered 3")
  record SummaryCountMismatchNotice(
      Long rowNumber, String columnName, String found, String expected) implements AgentNotice {}

  /** The weights of the HTTP targets do not add up to 100; they are scaled. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: the weights of {column} add up to {found}, expected {expected}; they were scaled to {expected}.",
      bn =
          "লাইন {row}: {column}-এর ভারের যোগফল {found}, হওয়া উচিত {expected}; {expected}-এ আনুপাতিক করা হয়েছে।",
      fix = "Correct the weights in the agent's configuration.",
      fixBn = "এজেন্টের কনফিগারেশনে ভার ঠিক করুন।",
      example = "40 + 40 + 10")
  record WeightsDoNotSumNotice(Long rowNumber, String columnName, String found, String expected)
      implements AgentNotice {}

  /** The loss the agent states is not what its packet counts give; the counts hold. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: {column} says {found} %, the packets give {expected} %. The packets were used.",
      bn =
          "লাইন {row}: {column} অনুযায়ী {found} %, প্যাকেট থেকে হয় {expected} %। প্যাকেটের হিসাব নেওয়া হয়েছে।",
      fix = "Update the agent.",
      fixBn = "এজেন্ট হালনাগাদ করুন।",
      example = "loss_pct 0 with 95 of 100 received")
  record LossRecomputedDiffersNotice(
      Long rowNumber, String columnName, String found, String expected) implements AgentNotice {}

  /** The weighted HTTP time the agent states is not what its targets give; the targets hold. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: {column} says {found} ms, the targets give {expected} ms. The targets were used.",
      bn =
          "লাইন {row}: {column} অনুযায়ী {found} ms, লক্ষ্যগুলো থেকে হয় {expected} ms। লক্ষ্যগুলোর হিসাব নেওয়া হয়েছে।",
      fix = "Update the agent.",
      fixBn = "এজেন্ট হালনাগাদ করুন।",
      example = "weighted time 80 where the targets give 120")
  record HttpTimeRecomputedDiffersNotice(
      Long rowNumber, String columnName, String found, String expected) implements AgentNotice {}

  /** A rate is above the speed of its interface; it is marked UNRELIABLE. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: {column} is {found} bit/s, above the interface speed of {expected}. It was kept, marked UNRELIABLE.",
      bn =
          "লাইন {row}: {column} {found} bit/s, ইন্টারফেসের গতি {expected}-এর চেয়ে বেশি। UNRELIABLE চিহ্ন দিয়ে রাখা হয়েছে।",
      fix = "Check if_speed_mbps and the counters of the interface.",
      fixBn = "if_speed_mbps ও ইন্টারফেসের কাউন্টার দেখুন।",
      example = "12 Gbit/s on a port of 10 Gbit/s")
  record RateExceedsInterfaceSpeedNotice(
      Long rowNumber, String columnName, String found, String expected) implements AgentNotice {}

  /** A counter restarted, so the interval has no rate; it is marked RESET. */
  @NoticeText(
      severity = Severity.INFO,
      en =
          "Line {row}: the counter of {column} restarted ({found}). The interval was kept without a rate, marked RESET.",
      bn =
          "লাইন {row}: {column}-এর কাউন্টার নতুন করে শুরু হয়েছে ({found})। RESET চিহ্ন দিয়ে হার ছাড়া রাখা হয়েছে।",
      fix = "Nothing to do after a restart of the device.",
      fixBn = "যন্ত্র পুনরায় চালুর পরে কিছু করার নেই।",
      example = "a router rebooted between two polls")
  record CounterResetNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements AgentNotice {}

  /** Counters give no trustworthy rate; the interval is marked UNRELIABLE. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: the counters of {column} give no rate that can be trusted ({found}). The interval was marked UNRELIABLE.",
      bn =
          "লাইন {row}: {column}-এর কাউন্টার থেকে নির্ভরযোগ্য হার পাওয়া যায় না ({found})। UNRELIABLE চিহ্ন দেওয়া হয়েছে।",
      fix = "Poll 64-bit counters on interfaces of 1 Gbit/s or more.",
      fixBn = "১ Gbit/s বা বেশি গতির ইন্টারফেসে ৬৪-বিট কাউন্টার ব্যবহার করুন।",
      example = "32-bit counters at 10 Gbit/s")
  record CounterUnreliableNotice(
      Long rowNumber, String columnName, String found, @Nullable String expected)
      implements AgentNotice {}

  /** A record's time is outside the period of its submission; its own time holds. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}: {column} is {found}, outside the submission's period {expected}. It was loaded.",
      bn = "লাইন {row}: {column} {found}, জমার সময়সীমা {expected}-এর বাইরে। এটি নেওয়া হয়েছে।",
      fix = "Check the agent's clock.",
      fixBn = "এজেন্টের ঘড়ি দেখুন।",
      example = "a test of 10:20 in the submission of 10:00 to 10:15")
  record TimeOutsidePeriodNotice(Long rowNumber, String columnName, String found, String expected)
      implements AgentNotice {}

  /** A user's app names an ISP that is not in the register; the report is kept without one. */
  @NoticeText(
      severity = Severity.WARNING,
      en =
          "Line {row}, {column}: no ISP \"{found}\" is in the register, or several are. The report was loaded without an ISP.",
      bn =
          "লাইন {row}, {column}: \"{found}\" নামে কোনো আইএসপি নিবন্ধনে নেই, অথবা একাধিক আছে। আইএসপি ছাড়াই প্রতিবেদনটি নেওয়া হয়েছে।",
      fix = "Send the licence number of the ISP, or its name as registered.",
      fixBn = "আইএসপির লাইসেন্স নম্বর বা নিবন্ধিত নাম পাঠান।",
      example = "isp \"my home wifi\"")
  record UnknownAppIspNotice(Long rowNumber, String columnName, String found)
      implements AgentNotice {}

  /** An inspection names an ISP that is not in the register. */
  @NoticeText(
      severity = Severity.ERROR,
      en =
          "Line {row}, {column}: no ISP \"{found}\" is in the register, or several are. The report was quarantined.",
      bn =
          "লাইন {row}, {column}: \"{found}\" নামে কোনো আইএসপি নিবন্ধনে নেই, অথবা একাধিক আছে। প্রতিবেদনটি আলাদা করে রাখা হয়েছে।",
      fix = "Send the code or the licence number of the ISP.",
      fixBn = "আইএসপির কোড বা লাইসেন্স নম্বর পাঠান।",
      example = "an inspection of isp-9999")
  record UnknownInspectedIspNotice(Long rowNumber, String columnName, String found)
      implements AgentNotice {}
}
