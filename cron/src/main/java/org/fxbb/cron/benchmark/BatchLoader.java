package org.fxbb.cron.benchmark;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spring Batch's own FlatFileItemReader and JdbcBatchItemWriter in chunks of 1,000, as its
 * reference shows them.
 */
final class BatchLoader {
  private static final int CHUNK = 1_000;

  private BatchLoader() {}

  /** Loads file after file. */
  static long load(RivalTask task) {
    DataSource database = task.database();
    JobRepository repository = new ResourcelessJobRepository();
    task.files().forEach(file -> load(file, database, repository));
    return 0;
  }

  private static void load(RowsFile file, DataSource database, JobRepository repository) {
    Step step =
        new StepBuilder("load", repository)
            .<FieldSet, FieldSet>chunk(CHUNK)
            .transactionManager(new JdbcTransactionManager(database))
            .reader(reader(file))
            .writer(writer(file, database))
            .build();
    Job job = new JobBuilder("rival " + file.table(), repository).start(step).build();
    JobParameters parameters = new JobParameters();
    JobExecution execution =
        repository.createJobExecution(
            repository.createJobInstance(job.getName(), parameters),
            parameters,
            new ExecutionContext());
    try {
      job.execute(execution);
    } catch (JobInterruptedException e) {
      throw new EngineFailure("Cannot finish the benchmark: it was interrupted.", e);
    }
    if (execution.getStatus().isUnsuccessful()) {
      throw new EngineFailure(
          "Cannot finish the benchmark: Spring Batch failed with %s."
              .formatted(execution.getAllFailureExceptions()));
    }
  }

  private static FlatFileItemReader<FieldSet> reader(RowsFile file) {
    DelimitedLineTokenizer tokenizer = new DelimitedLineTokenizer();
    tokenizer.setNames(file.columns().stream().map(TableColumn::name).toArray(String[]::new));
    return new FlatFileItemReaderBuilder<FieldSet>()
        .name("rows")
        .resource(new FileSystemResource(file.path()))
        .linesToSkip(1)
        .lineTokenizer(tokenizer)
        .fieldSetMapper(fields -> fields)
        .build();
  }

  private static JdbcBatchItemWriter<FieldSet> writer(RowsFile file, DataSource database) {
    String values =
        file.columns().stream()
            .map(column -> "CAST(? AS %s)".formatted(column.type()))
            .collect(Collectors.joining(", "));
    JdbcBatchItemWriter<FieldSet> writer =
        new JdbcBatchItemWriterBuilder<FieldSet>()
            .dataSource(database)
            .sql(
                "INSERT INTO %s (%s) VALUES (%s)"
                    .formatted(
                        file.table(), String.join(", ", TableColumn.names(file.columns())), values))
            .itemPreparedStatementSetter((fields, statement) -> set(file, fields, statement))
            .build();
    writer.afterPropertiesSet();
    return writer;
  }

  private static void set(RowsFile file, FieldSet fields, PreparedStatement statement)
      throws SQLException {
    List<TableColumn> columns = file.columns();
    for (int i = 0; i < columns.size(); i++) {
      String value = fields.readRawString(i);
      boolean isNull = "".equals(value) && columns.get(i).nullable();
      statement.setString(i + 1, isNull ? null : value);
    }
  }
}
