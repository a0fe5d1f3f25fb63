package org.fxbb.reports.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.figure.Unit;
import org.fxbb.reports.table.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a query become a {@link Table}: its title and its columns, by the names that the
 * query gives them.
 *
 * <p><b>Shape</b>: the query's column {@code row_key} is the natural key of a row (the row's number
 * where the query has none); {@code is_total} marks a total; {@code <key>_bn} is the Bangla twin of
 * words; {@code <key>_why} says why a value is null, in place of the column's own word; {@code
 * <key>_mark} is the sign of a footnote. A percentile that is infinite, because too many tests
 * failed outright, is printed as words.
 *
 * <p><b>Lifecycle</b>: immutable; every method returns another layout.
 */
public final class TableLayout {
  private static final String NOT_MEASURED = "Not measured";
  private static final String UNBOUNDED = "Tests failed";

  private final String id;
  private final Label title;
  private final List<Column> columns;
  private final List<String> notes;
  private final String source;

  private TableLayout(
      String id, Label title, List<Column> columns, List<String> notes, String source) {
    this.id = id;
    this.title = title;
    this.columns = List.copyOf(columns);
    this.notes = List.copyOf(notes);
    this.source = source;
  }

  /** A layout without columns yet. */
  public static TableLayout of(String id, String en, String bn) {
    return new TableLayout(id, Label.of(en, bn), List.of(), List.of(), "");
  }

  /** Short name of the table, and of its query. */
  public String id() {
    return id;
  }

  /** Adds a column of words. */
  public TableLayout words(String key, String en, String bn) {
    return with(new Column(key, Label.of(en, bn), Kind.WORDS, Unit.COUNT, ""));
  }

  /** Adds a column of codes from a closed list. */
  public TableLayout code(String key, String en, String bn) {
    return with(new Column(key, Label.of(en, bn), Kind.CODE, Unit.COUNT, NOT_MEASURED));
  }

  /** Adds a column of days. */
  public TableLayout day(String key, String en, String bn) {
    return with(new Column(key, Label.of(en, bn), Kind.DAY, Unit.COUNT, "-"));
  }

  /** Adds a column of figures that prints {@code Not measured} where there is no value. */
  public TableLayout number(String key, String en, String bn, Unit unit) {
    return number(key, en, bn, unit, NOT_MEASURED);
  }

  /** Adds a column of figures that prints the given word where there is no value. */
  public TableLayout number(String key, String en, String bn, Unit unit, String missing) {
    return with(new Column(key, Label.of(en, bn), Kind.NUMBER, unit, missing));
  }

  /** Adds a column of figures whose unit the query names, row by row. */
  public TableLayout mixed(String key, String en, String bn) {
    return with(new Column(key, Label.of(en, bn), Kind.MIXED, Unit.COUNT, NOT_MEASURED));
  }

  /** Adds a footnote. */
  public TableLayout note(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new TableLayout(id, title, columns, more, source);
  }

  /** Says where the numbers come from. */
  public TableLayout source(String sentence) {
    return new TableLayout(id, title, columns, notes, sentence);
  }

  /** The table without rows. */
  public Table empty() {
    return new Table(id, title, columns, List.of(), notes, source);
  }

  /** Makes the table, and a figure of each number in it. */
  public Table fill(List<Map<String, @Nullable Object>> records, FigureBook book) {
    List<Row> rows = new ArrayList<>(records.size());
    for (Map<String, @Nullable Object> record : records) {
      String key = text(record.get("row_key"), Integer.toString(rows.size() + 1));
      List<Cell> cells = new ArrayList<>(columns.size());
      for (Column column : columns) {
        cells.add(cell(column, key, record, book));
      }
      rows.add(new Row(key, cells, Boolean.TRUE.equals(record.get("is_total"))));
    }
    return new Table(id, title, columns, rows, notes, source);
  }

  private Cell cell(
      Column column, String rowKey, Map<String, @Nullable Object> record, FigureBook book) {
    if (!record.containsKey(column.key())) {
      throw new IllegalStateException(
          "Query of table %s returns no column %s; it returns %s."
              .formatted(id, column.key(), record.keySet()));
    }
    Object value = record.get(column.key());
    if (value == null) {
      return new Cell.Missing(text(record.get(column.key() + "_why"), column.missing()));
    }
    return switch (column.kind()) {
      case WORDS -> new Cell.Words(value.toString(), text(record.get(column.key() + "_bn"), ""));
      case CODE -> new Cell.Code(value.toString());
      case DAY -> new Cell.Day(day(value));
      case NUMBER -> number(column, column.unit(), rowKey, value, record, book);
      case MIXED ->
          number(
              column,
              Unit.valueOf(text(record.get(column.key() + "_unit"), Unit.COUNT.name())),
              rowKey,
              value,
              record,
              book);
    };
  }

  private Cell number(
      Column column,
      Unit unit,
      String rowKey,
      Object value,
      Map<String, @Nullable Object> record,
      FigureBook book) {
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return new Cell.Missing(Double.isNaN(number.doubleValue()) ? column.missing() : UNBOUNDED);
    }
    BigDecimal exact = new BigDecimal(value.toString());
    return new Cell.Value(
        book.figure(id, rowKey, column.key(), exact, unit),
        text(record.get(column.key() + "_mark"), ""));
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date
        ? date.toLocalDate()
        : LocalDate.parse(value.toString());
  }

  private static String text(@Nullable Object value, String otherwise) {
    return value == null ? otherwise : value.toString();
  }

  private TableLayout with(Column column) {
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new TableLayout(id, title, more, notes, source);
  }
}
