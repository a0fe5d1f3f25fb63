package org.fxbb.readers.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fxbb.readers.notice.FileNotice.EmptyFileNotice;
import org.fxbb.readers.notice.RowNotice.NotANumberNotice;
import org.fxbb.readers.notice.RowNotice.NotAnIntegerNotice;
import org.junit.jupiter.api.Test;

/** The catalogue is complete, bilingual, and the same as RULES.md. */
class NoticeCatalogueTest {

  private static final Path RULES = Path.of("RULES.md");
  private static final Pattern BANGLA = Pattern.compile("\\p{IsBengali}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(row|column|found|expected)}");

  @Test
  void codesComeFromClassNames() {
    assertThat(new NotANumberNotice(2L, "price_bdt", "x").code()).isEqualTo("not_a_number");
    assertThat(new NotAnIntegerNotice(2L, "price_bdt", "x").code()).isEqualTo("not_an_integer");
    assertThat(new EmptyFileNotice().severity()).isEqualTo(Severity.FATAL);
  }

  @Test
  void codesAreUniqueAndRulesRenderAnyFacts() {
    Set<String> codes = new HashSet<>();
    for (NoticeRule rule : NoticeCatalogue.listAll()) {
      assertThat(codes.add(rule.code())).as(rule.code()).isTrue();
      assertThat(rule.message(7L, "c", "{found}", null)).doesNotContain("null");
      assertThat(NoticeCatalogue.findByCode(rule.code())).contains(rule);
    }
    assertThat(codes).hasSizeGreaterThan(70);
  }

  @Test
  void everyTextIsThereInBothLanguagesWithTheSameFacts() {
    for (NoticeRule rule : NoticeCatalogue.listAll()) {
      NoticeText text = rule.text();
      assertThat(BANGLA.matcher(text.bn()).find()).as(rule.code()).isTrue();
      assertThat(BANGLA.matcher(text.fixBn()).find()).as(rule.code()).isTrue();
      assertThat(BANGLA.matcher(text.en() + text.fix()).find()).as(rule.code()).isFalse();
      assertThat(facts(text.bn())).as(rule.code()).isEqualTo(facts(text.en()));
      assertThat(text.example()).as(rule.code()).isNotBlank();
    }
  }

  @Test
  void factsAreShortAndPrintable() {
    assertThat(NoticeCatalogue.shorten("a".repeat(200))).hasSize(200).endsWith("a");
    assertThat(NoticeCatalogue.shorten("a".repeat(201))).hasSize(200).endsWith("a...");
    assertThat(NoticeCatalogue.shorten("a\nb\u0000c")).isEqualTo("a.b.c");
  }

  @Test
  void rulesMdIsFresh() throws IOException {
    String fresh = RulesPage.write();
    String stored = Files.exists(RULES) ? Files.readString(RULES) : "";
    if (!fresh.equals(stored)) {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(RULES, fresh);
      }
      fail(
          "readers/RULES.md is stale: run with -Dgolden.update=true, look at the difference, commit it.");
    }
  }

  private static List<String> facts(String template) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(m -> m.group(1))
        .distinct()
        .sorted()
        .toList();
  }
}
