package org.fxbb.jobs.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.run.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code render}: R1, R2 and R5 of a month, or the one that {@code report} names.
 *
 * <p><b>Lifecycle</b>: idempotent; rendering again replaces the files and what is remembered of
 * them. Files are complete or absent; a pack whose margins do not add up fails the step and leaves
 * the earlier pack in place.
 *
 * <p><b>Source</b>: specification 6.1, 7.1.
 */
@Configuration(proxyBeanMethods = false)
public class RenderJob {
  /** Name of the job. */
  public static final String NAME = "render";

  private static final int TOLD = 5;

  @Bean(NAME)
  Job render(
      JobRepository repository, Step renderNational, Step renderScorecards, Step renderFilings) {
    return new JobBuilder(NAME, repository)
        .start(renderNational)
        .next(renderScorecards)
        .next(renderFilings)
        .build();
  }

  @Bean
  Step renderNational(
      JobRepository repository, PlatformTransactionManager transactions, Packs packs) {
    return new StepBuilder("render-national", repository)
        .tasklet(only("R1", (period, isp) -> packs.renderNational(period)), transactions)
        .build();
  }

  @Bean
  Step renderScorecards(
      JobRepository repository, PlatformTransactionManager transactions, Packs packs) {
    return new StepBuilder("render-scorecards", repository)
        .tasklet(only("R2", packs::renderScorecards), transactions)
        .build();
  }

  @Bean
  Step renderFilings(
      JobRepository repository, PlatformTransactionManager transactions, Packs packs) {
    return new StepBuilder("render-filings", repository)
        .tasklet(only("R5", (period, isp) -> packs.renderFilings(period)), transactions)
        .build();
  }

  private static Tasklet only(String report, Pack pack) {
    return (contribution, context) -> {
      Map<String, Object> parameters = context.getStepContext().getJobParameters();
      Object wanted = parameters.get(RunParameters.REPORT);
      if (wanted == null || report.equals(wanted.toString().toUpperCase(Locale.ROOT))) {
        Period period = Period.parse(String.valueOf(parameters.get(RunParameters.PERIOD)));
        Object isp = parameters.get(RunParameters.ISP);
        List<Path> files = pack.render(period, isp == null ? null : isp.toString());
        contribution.incrementWriteCount(files.size());
        Told.tell(contribution, places(report, files));
      }
      return RepeatStatus.FINISHED;
    };
  }

  /** Each file, or the folders of them where there are many. */
  private static String places(String report, List<Path> files) {
    if (files.isEmpty()) {
      return report + ": nothing to render.";
    }
    if (files.size() <= TOLD) {
      return files.stream().map(file -> report + ": " + file).collect(Collectors.joining("\n"));
    }
    return files.stream()
        .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(folder -> "%s: %,d files in %s".formatted(report, folder.getValue(), folder.getKey()))
        .collect(Collectors.joining("\n"));
  }

  /** Renders one pack and returns its files. */
  @FunctionalInterface
  private interface Pack {
    List<Path> render(Period period, @Nullable String isp) throws Exception;
  }
}
