package org.fxbb.readers.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fxbb.readers.notice.FilingNotice.CirAboveMirNotice;
import org.fxbb.readers.notice.RowNotice.NotANumberNotice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be graded otherwise, and what is fixed (spec 4.11). */
final class NoticeGradesTest {
  private static final Notice CIR = new CirAboveMirNotice(2L, "cir_mbps", "30", "20");

  @ParameterizedTest
  @CsvSource({
    "cir_above_mir,SUSPENDED,true",
    "cir_above_mir,ERROR,true",
    "cir_above_mir,FATAL,false",
    "unknown_pop,ERROR,true",
    "normalized_value,SUSPENDED,true",
    "normalized_value,ERROR,false",
    "unknown_column,INFO,true",
    "unknown_column,ERROR,false",
    "package_count_mismatch,SUSPENDED,true",
    "package_count_mismatch,ERROR,false",
    "counter_reset,SUSPENDED,true",
    "counter_reset,ERROR,false",
    "not_a_number,WARNING,false",
    "resolved_exceeds_received,WARNING,false",
    "too_many_errors,SUSPENDED,false",
    "duplicate_file,SUSPENDED,false",
    "rule_not_run,SUSPENDED,false",
    "no_such_rule,SUSPENDED,false"
  })
  void onlyRulesWhoseRowsCanBeLoadedEitherWay(String code, String grade, boolean allowed) {
    assertThat(NoticeGrades.isAllowed(code, grade)).isEqualTo(allowed);
  }

  @Test
  void aGradeThatIsNotAllowedChangesNothing() {
    NoticeGrades grades =
        NoticeGrades.of(Map.of("not_a_number", "SUSPENDED", "cir_above_mir", "INFO"));
    assertThat(grades.gradeOf(new NotANumberNotice(2L, "price_bdt", "x"))).contains(Severity.ERROR);
    assertThat(grades.gradeOf(CIR)).contains(Severity.INFO);
    assertThat(grades.message(CIR)).isEqualTo(CIR.message());
    assertThat(NoticeGrades.of(Map.of("cir_above_mir", "SUSPENDED")).gradeOf(CIR)).isEmpty();
  }

  @Test
  void aRuleThatCostsItsRowSaysSo() {
    NoticeGrades grades = NoticeGrades.of(Map.of("cir_above_mir", "ERROR"));
    assertThat(grades.gradeOf(CIR)).contains(Severity.ERROR);
    assertThat(grades.message(CIR))
        .isEqualTo(
            "Row 2, column cir_mbps: cir_mbps 30 is above mir_mbps 20. The row was not loaded, as the regulator decided.");
    assertThat(grades.messageBn(CIR))
        .isEqualTo(
            "সারি 2, কলাম cir_mbps: cir_mbps 30, mir_mbps 20-এর চেয়ে বেশি। কমিশনের সিদ্ধান্ত অনুযায়ী সারিটি নেওয়া হয়নি।");
  }

  @Test
  void everyRuleThatCanCostItsRowSaysThatItWasLoaded() {
    for (NoticeRule rule : NoticeCatalogue.listAll()) {
      if (NoticeGrades.isAllowed(rule.code(), "ERROR")) {
        assertThat(rule.text().en()).as(rule.code()).matches("(?s).* The row was loaded[^.]*\\.");
        assertThat(rule.text().bn()).as(rule.code()).matches("(?s).* সারিটি [^।]*নেওয়া হয়েছে।");
      }
    }
  }
}
