package org.fxbb.reports.table;

import java.util.List;
import java.util.function.Predicate;

/**
 * A titled table with its notes and its source, ready to be drawn or written to a sheet.
 *
 * <p><b>Shape</b>: every row has exactly one cell per column; row keys are unique within the table.
 *
 * @param id short name in figure ids and sheet names, for example {@code isp-league}
 * @param title title in both languages
 * @param columns columns from left to right
 * @param rows rows from top to bottom
 * @param notes footnotes, one sentence each; {@link #footnotes} are those that are printed
 * @param source where the numbers come from, one sentence
 */
public record Table(
    String id,
    Label title,
    List<Column> columns,
    List<Row> rows,
    List<String> notes,
    String source) {

  /** Signs that stand in a cell and are explained by the note that begins with them. */
  private static final List<String> MARKS = List.of("†", "n.m.");

  /** Copies the lists and checks that each row fits the columns. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "Table %s, row %s: expected %d cells, found %d."
                .formatted(id, row.key(), columns.size(), row.cells().size()));
      }
    }
  }

  /** Position of a column by its key. */
  public int column(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Table %s has no column %s; it has %s."
            .formatted(id, key, columns.stream().map(Column::key).toList()));
  }

  /** The cell of a row in the named column. */
  public Cell cell(Row row, String column) {
    return row.cells().get(column(column));
  }

  /** The same table with only the rows that pass. */
  public Table where(Predicate<Row> keep) {
    return withRows(rows.stream().filter(keep).toList());
  }

  /** The same table with other rows. */
  public Table withRows(List<Row> others) {
    return new Table(id, title, columns, others, notes, source);
  }

  /** The same table with another title. */
  public Table titled(Label other) {
    return new Table(id, other, columns, rows, notes, source);
  }

  /** The same table with only the named columns, in the given order. */
  public Table only(String... keys) {
    List<Integer> kept = java.util.Arrays.stream(keys).map(this::column).toList();
    return new Table(
        id,
        title,
        kept.stream().map(columns::get).toList(),
        rows.stream()
            .map(
                row ->
                    new Row(row.key(), kept.stream().map(row.cells()::get).toList(), row.total()))
            .toList(),
        notes,
        source);
  }

  /** The same table without Bangla under the English words. */
  public Table inEnglish() {
    return withRows(rows.stream().map(Table::inEnglish).toList());
  }

  private static Row inEnglish(Row row) {
    List<Cell> cells =
        row.cells().stream()
            .map(cell -> cell instanceof Cell.Words words ? new Cell.Words(words.text(), "") : cell)
            .toList();
    return new Row(row.key(), cells, row.total());
  }

  /** The notes that apply: one that explains a sign only where the sign stands in a cell. */
  public List<String> footnotes() {
    return notes.stream()
        .filter(
            note -> MARKS.stream().filter(note::startsWith).findFirst().map(this::has).orElse(true))
        .toList();
  }

  private boolean has(String mark) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(
            cell ->
                cell instanceof Cell.Value value
                    ? value.mark().equals(mark)
                    : cell instanceof Cell.Missing && cell.text().equals(mark));
  }

  /** The same table with one more footnote. */
  public Table note(String sentence) {
    List<String> more = new java.util.ArrayList<>(notes);
    more.add(sentence);
    return new Table(id, title, columns, rows, more, source);
  }

  /** The same table with other footnotes. */
  public Table noted(String... others) {
    return new Table(id, title, columns, rows, List.of(others), source);
  }
}
