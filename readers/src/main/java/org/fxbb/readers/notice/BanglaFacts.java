package org.fxbb.readers.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in Bangla what the engine says in words in a fact of a notice, such as {@code at most 64
 * characters}. Codes, names and numbers stay as they are, and so does every text that is not wholly
 * one of the engine's own phrases.
 */
public final class BanglaFacts {
  private static final String NUMBER = "([-+\\d.,]+)";

  /** Phrases and what they are in Bangla, the more particular first. */
  private static final Map<Pattern, String> PHRASES = new LinkedHashMap<>();

  static {
    phrase("any number", "যেকোনো সংখ্যা");
    phrase("at least NUM and at most NUM", "$1 থেকে $2");
    phrase("more than NUM and at most NUM", "$1-এর বেশি, সর্বোচ্চ $2");
    phrase("at least NUM", "অন্তত $1");
    phrase("at most NUM % of the rows, or NUM rows?", "মোট সারির সর্বোচ্চ $1 %, অথবা $2টি সারি");
    phrase("NUM of NUM rows", "$2টি সারির মধ্যে $1টি");
    phrase("NUM rows?", "$1টি সারি");
    phrase("at most NUM times its size", "ফাইলের আকারের সর্বোচ্চ $1 গুণ");
    phrase("more than NUM times its size", "ফাইলের আকারের $1 গুণের বেশি");
    phrase("at most NUM bytes", "সর্বোচ্চ $1 বাইট");
    phrase("more than NUM bytes", "$1 বাইটের বেশি");
    phrase("at most NUM characters", "সর্বোচ্চ $1 অক্ষর");
    phrase("more than NUM characters", "$1 অক্ষরের বেশি");
    phrase("NUM characters", "$1 অক্ষর");
    phrase("NUM columns", "$1টি কলাম");
    phrase("NUM files", "$1টি ফাইল");
    phrase("its list of files is missing or damaged", "এর ফাইলের তালিকা নেই অথবা নষ্ট");
    phrase("0-24, such as 20-24", "0-24, যেমন 20-24");
    phrase(
        "Ed25519, ECDSA \\((.*)\\) or RSA of NUM bits or more",
        "Ed25519, ECDSA ($1) অথবা অন্তত $2 বিটের RSA");
    phrase("at most NUM", "সর্বোচ্চ $1");
    phrase("more than NUM", "$1-এর বেশি");
    phrase("a header line", "একটি শিরোনাম লাইন");
    phrase("\\(no name\\)", "(নামহীন)");
    phrase(
        "a quotation mark is opened and not closed", "উদ্ধৃতিচিহ্ন শুরু হয়েছে, কিন্তু শেষ হয়নি");
    phrase("text follows a closing quotation mark", "শেষ উদ্ধৃতিচিহ্নের পরে আরও লেখা আছে");
    phrase(
        "NUL bytes, as in UTF-16 without a byte order mark or in a program's own file",
        "NUL বাইট, যা BOM ছাড়া UTF-16-এ বা কোনো প্রোগ্রামের নিজস্ব ফাইলে থাকে");
    phrase(
        "bytes that are no text in the encoding detected",
        "এমন বাইট যা শনাক্ত করা এনকোডিংয়ে কোনো লেখা নয়");
    phrase("UTF-8, or UTF-16 with a byte order mark", "UTF-8, অথবা BOM-সহ UTF-16");
    phrase("plain text or gzip", "সাধারণ লেখা অথবা gzip");
    phrase("it ends too early, after NUM readable bytes", "$1 বাইট পড়ার পরে হঠাৎ শেষ হয়ে গেছে");
    phrase("its content is damaged, after NUM readable bytes", "$1 বাইট পড়ার পরের অংশ নষ্ট");
    phrase(
        "one of true, false, yes, no, 1, 0, হ্যাঁ, না",
        "true, false, yes, no, 1, 0, হ্যাঁ, না-এর একটি");
    phrase("the packages filing of (\\S+)", "$1-এর প্যাকেজ ফাইল");
    phrase("the registration of (\\S+)", "$1-এর নিবন্ধন");
    phrase("the list of ISPs", "আইএসপির তালিকা");
    phrase("the list of PoPs", "পপের তালিকা");
    phrase("a ratio such as 1:8", "1:8 ধরনের অনুপাত");
    phrase(
        "a ratio such as 1:8, not the time that a spreadsheet made of it",
        "1:8 ধরনের অনুপাত (স্প্রেডশিট একে সময় বানিয়ে ফেলেছে)");
    phrase(
        "(\\S+), where feed is one of (.*) and mm is 01 to 12, or (\\S+)",
        "$1 (feed হবে $2-এর একটি, mm 01 থেকে 12), অথবা $3");
    phrase("(\\S+), where feed is one of (.*)", "$1 (feed হবে $2-এর একটি)");
    phrase("(\\S+\\.\\w+) or (\\S+\\.\\w+)", "$1 অথবা $2");
    phrase("a name of at most NUM characters", "সর্বোচ্চ $1 অক্ষরের নাম");
    phrase("as in the list of PoPs", "পপের তালিকায় যেমন আছে");
    phrase("none yet", "এখনও একটিও নেই");
    phrase("another ISP", "অন্য একটি আইএসপি");
    phrase("a PoP of (\\S+)", "$1-এর একটি পপ");
    phrase("a time after (\\S+)", "$1-এর পরের সময়");
    phrase("NUM BDT \\(NUM %\\)", "$1 টাকা ($2 %)");
    phrase("(\\d\\S+) to (\\d\\S+)", "$1 থেকে $2");
  }

  private BanglaFacts() {}

  private static void phrase(String english, String bangla) {
    PHRASES.put(Pattern.compile(english.replace("NUM", NUMBER)), bangla);
  }

  /** A fact in Bangla; itself where it is none of the engine's phrases. */
  public static String of(String fact) {
    for (Map.Entry<Pattern, String> phrase : PHRASES.entrySet()) {
      Matcher matcher = phrase.getKey().matcher(fact);
      if (matcher.matches()) {
        return matcher.replaceFirst(phrase.getValue());
      }
    }
    return fact;
  }
}
