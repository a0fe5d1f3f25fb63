package org.fxbb.cron;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.temporal.Temporal;

/** What the modules may know of each other, and what no class may do. */
@AnalyzeClasses(packages = "org.fxbb", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static void modulesKnowOnlyWhatTheDrawingSays(JavaClasses all) {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("readers")
        .definedBy("org.fxbb.readers..")
        .optionalLayer("writers")
        .definedBy("org.fxbb.writers..")
        .layer("reports")
        .definedBy("org.fxbb.reports..")
        .layer("jobs")
        .definedBy("org.fxbb.jobs..")
        .layer("migrations")
        .definedBy("org.fxbb.migrations..")
        .layer("cron")
        .definedBy("org.fxbb.cron..")
        .whereLayer("cron")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("jobs")
        .mayOnlyBeAccessedByLayers("cron")
        .whereLayer("reports")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("writers")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("readers")
        .mayOnlyBeAccessedByLayers("writers", "jobs", "cron")
        .whereLayer("migrations")
        .mayOnlyBeAccessedByLayers("cron")
        .because("spec 2: an arrow of the drawing never turns round")
        .check(all);
  }

  @ArchTest
  static final ArchRule READERS_KNOW_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("org.fxbb.readers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.springframework..", "org.postgresql..")
          .because("spec 2: a reader says what a file says, and can run without a database");

  @ArchTest
  static final ArchRule ONLY_CRON_KNOWS_THE_SCHEDULER =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.fxbb.cron..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.quartz..", "picocli..", "org.springframework.boot..")
          .because("spec 2: schedules, the command line and the configuration live in cron");

  @ArchTest
  static final ArchRule TIME_IS_AN_INPUT =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "it reads the wall clock", ArchitectureTest::readsTheWallClock))
          .because("spec 2: the clock is injected, so that --as-of decides what time it is");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("org.fxbb.(*).(*)..")
          .should()
          .beFreeOfCycles()
          .because("style 2.3: a package can be read without the ones that use it");

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should()
          .resideOutsideOfPackages("..util..", "..common..", "..impl..", "..manager..")
          .because("style 2.1: packages are named by subject");

  @ArchTest
  static void theRuleOfTheClockBites(JavaClasses ignored) {
    JavaClasses offender = new ClassFileImporter().importClasses(ReadsTheClock.class);

    assertThat(TIME_IS_AN_INPUT.evaluate(offender).hasViolation()).isTrue();
  }

  /** What the rule of the clock forbids. */
  static final class ReadsTheClock {
    Instant offence() {
      return Instant.now();
    }
  }

  private static boolean readsTheWallClock(JavaCall<?> call) {
    boolean now =
        call.getName().equals("now")
            && call.getTarget().getRawParameterTypes().isEmpty()
            && (call.getTargetOwner().isAssignableTo(Temporal.class)
                || call.getTargetOwner().isEquivalentTo(Instant.class)
                || call.getTargetOwner().getPackageName().equals("java.time"));
    boolean millis =
        call.getName().equals("currentTimeMillis")
            && call.getTargetOwner().isEquivalentTo(System.class);
    return now || millis;
  }
}
