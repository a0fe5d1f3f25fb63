package org.fxbb.readers.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxbb.readers.notice.FileNotice.UnknownColumnNotice;
import org.fxbb.readers.notice.RowNotice.LocationOutsideLicenceNotice;
import org.fxbb.readers.notice.RowNotice.UnknownPopNotice;

/**
 * How severe each rule is today, where the regulator decided otherwise than the catalogue.
 *
 * <p>Fixed are rules of ERROR and FATAL, because what they are about cannot be loaded, and those
 * that say what became of a file. Only rules that are checked before rows are loaded can be raised
 * to ERROR. Immutable.
 *
 * <p><b>Source:</b> spec 4.11: rules can be suspended or re-graded by data with dates and a reason.
 */
public final class NoticeGrades {
  /** The word for a rule that is not told at all. */
  public static final String SUSPENDED = "SUSPENDED";

  private static final NoticeGrades NONE = new NoticeGrades(Map.of());
  private static final Set<String> CHECKED_BEFORE_LOADING =
      Set.of(
          NoticeCatalogue.codeOf(UnknownPopNotice.class),
          NoticeCatalogue.codeOf(LocationOutsideLicenceNotice.class));

  private final Map<String, String> grades;

  private NoticeGrades(Map<String, String> grades) {
    this.grades = grades;
  }

  /** Every rule as the catalogue grades it. */
  public static NoticeGrades none() {
    return NONE;
  }

  /**
   * These grades; those that a rule may not have are left out.
   *
   * @param grades by code: {@link #SUSPENDED} or the name of a {@link Severity}
   */
  public static NoticeGrades of(Map<String, String> grades) {
    Map<String, String> allowed = new HashMap<>();
    grades.forEach(
        (code, grade) -> {
          if (isAllowed(code, grade)) {
            allowed.put(code, grade);
          }
        });
    return new NoticeGrades(allowed);
  }

  /** Whether a rule may be graded so. */
  public static boolean isAllowed(String code, String grade) {
    NoticeRule rule = NoticeCatalogue.findByCode(code).orElse(null);
    if (rule == null || isFixed(rule)) {
      return false;
    }
    return switch (grade) {
      case SUSPENDED, "INFO", "WARNING" -> true;
      case "ERROR" ->
          rule.group().equals(FilingNotice.class.getSimpleName())
              || CHECKED_BEFORE_LOADING.contains(code);
      default -> false;
    };
  }

  /** Whether a rule is always as the catalogue grades it. */
  public static boolean isFixed(NoticeRule rule) {
    boolean ofFile = rule.group().equals(FileNotice.class.getSimpleName());
    return rule.severity().compareTo(Severity.ERROR) <= 0
        || (ofFile && !rule.code().equals(NoticeCatalogue.codeOf(UnknownColumnNotice.class)));
  }

  /** How severe a notice is; empty = it is not told. */
  public Optional<Severity> gradeOf(Notice notice) {
    String grade = grades.get(notice.code());
    if (grade == null) {
      return Optional.of(notice.severity());
    }
    return grade.equals(SUSPENDED) ? Optional.empty() : Optional.of(Severity.valueOf(grade));
  }

  /** Whether a notice costs its row although the catalogue would not. */
  public boolean isRaisedToError(Notice notice) {
    return Severity.ERROR.name().equals(grades.get(notice.code()));
  }

  /** The English message, which says whether the row was loaded. */
  public String message(Notice notice) {
    String message = notice.message();
    return isRaisedToError(notice)
        ? message.replaceFirst(
            "The row was loaded[^.]*\\.$", "The row was not loaded, as the regulator decided.")
        : message;
  }

  /** The same in Bangla. */
  public String messageBn(Notice notice) {
    String message = notice.messageBn();
    return isRaisedToError(notice)
        ? message.replaceFirst(
            "সারিটি [^।]*নেওয়া হয়েছে।$", "কমিশনের সিদ্ধান্ত অনুযায়ী সারিটি নেওয়া হয়নি।")
        : message;
  }
}
