package org.fxbb.jobs.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Progress;
import org.fxbb.jobs.run.ReceivedAt;
import org.fxbb.migrations.TestDatabase;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** A drop area, an archive and a database of their own, and the job that works on them. */
final class Town implements AutoCloseable {
  private static final AtomicInteger RUNS = new AtomicInteger();

  final TestDatabase database = TestDatabase.create();
  final Path root;
  final JdbcTemplate sql = new JdbcTemplate(database.superuser());
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  Town(Path root, Instant now) {
    this.root = root;
    context.registerBean("etlDataSource", DataSource.class, database::etl);
    context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
    context.registerBean(
        ReceivedAt.class, () -> new ReceivedAt(Clock.fixed(now, ZoneOffset.UTC), null));
    context.registerBean(
        Folders.class,
        () ->
            new Folders(root.resolve("drop"), root.resolve("archive"), root.resolve("out"), root));
    context.register(Engine.class);
    context.refresh();
  }

  /** What the application gives the job. */
  @Configuration(proxyBeanMethods = false)
  @EnableBatchProcessing
  @EnableJdbcJobRepository(
      dataSourceRef = "etlDataSource",
      transactionManagerRef = "transactionManager",
      tablePrefix = "batch.BATCH_",
      isolationLevelForCreate = Isolation.READ_COMMITTED)
  @Import(IntakeJob.class)
  static class Engine {
    @Bean
    PlatformTransactionManager transactionManager(DataSource etlDataSource) {
      return new JdbcTransactionManager(etlDataSource);
    }

    @Bean
    IntakeUptime intakeUptime(DataSource etlDataSource, Clock clock) {
      return new IntakeUptime(etlDataSource, clock, true);
    }

    @Bean
    Progress progress() {
      return Progress.none();
    }
  }

  Path drop() {
    return root.resolve("drop");
  }

  /** One cycle of the job. */
  BatchStatus cycle() {
    try {
      return context
          .getBean(JobOperator.class)
          .start(
              context.getBean(Job.class),
              new JobParametersBuilder()
                  .addString("run", "test " + RUNS.incrementAndGet())
                  .toJobParameters())
          .getStatus();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Drops a file that has been still for long. */
  void drop(String inbox, String name, String text, String arrival) {
    drop(inbox, name, text.getBytes(StandardCharsets.UTF_8), arrival);
  }

  void drop(String inbox, String name, byte[] bytes, String arrival) {
    try {
      Path folder = Files.createDirectories(drop().resolve(inbox));
      Path file = Files.write(folder.resolve(name), bytes);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse(arrival)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to a file. */
  String answer(String outbox, String name) {
    try {
      return Files.readString(drop().resolve(outbox).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that still wait in inboxes. */
  List<String> left() {
    try (Stream<Path> files = Files.walk(drop())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> drop().relativize(file).toString())
          .filter(file -> !file.contains("outbox") && !file.endsWith("answer-key.json"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> texts(String query) {
    return sql.queryForList(query, String.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
