package org.fxbb.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.fxbb.reports");

  @Test
  void onlyTheDocumentPackageTouchesThePdfLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fxbb.reports.document")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.lowagie..")
        .because("all drawing goes through the canvas, which knows the role of each thing")
        .check(CLASSES);
  }

  @Test
  void onlyTheWorkbookPackageTouchesTheSpreadsheetLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.fxbb.reports.workbook")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.poi..")
        .because("a table is data; one package knows how sheets are written")
        .check(CLASSES);
  }

  @Test
  void nothingReadsTheWallClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .because("the instant of rendering is an argument")
        .check(CLASSES);
  }
}
