package org.fxbb.reports.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of one pack, in the order of their ids.
 *
 * <p><b>Errors</b>: one id with two values is a bug and refused with {@link IllegalStateException}.
 *
 * <p><b>Lifecycle</b>: made for one pack, filled by one thread, written once.
 */
public final class FigureBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String report;
  private final String period;
  private final Map<String, Figure> figures = new TreeMap<>();

  /**
   * Starts an empty book.
   *
   * @param report code of the report, for example {@code R1}
   * @param period the period in the id, for example {@code 2026-01}
   */
  public FigureBook(String report, String period) {
    this.report = report;
    this.period = period;
  }

  /**
   * Makes the figure for one cell and keeps it; the same cell may be printed twice.
   *
   * @param row natural key of the row; slashes become dashes, since they separate the parts of ids
   */
  public Figure figure(String table, String row, String column, BigDecimal value, Unit unit) {
    String id = String.join("/", report, period, table, row.replace('/', '-'), column);
    Figure figure = new Figure(id, value, unit);
    @Nullable Figure before = figures.putIfAbsent(id, figure);
    if (before != null && !before.equals(figure)) {
      throw new IllegalStateException(
          "Two values for figure %s: %s and %s. Row keys of table %s are not unique."
              .formatted(id, before.text(), figure.text(), table));
    }
    return figure;
  }

  /** All figures so far, sorted by id. */
  public Collection<Figure> figures() {
    return List.copyOf(figures.values());
  }

  /** {@code figures.json}: one array of objects with id, value and unit, sorted by id. */
  public byte[] toJson() {
    List<Map<String, Object>> rows = new ArrayList<>(figures.size());
    for (Figure figure : figures.values()) {
      Map<String, Object> row = new TreeMap<>();
      row.put("id", figure.id());
      row.put("unit", figure.unit().name());
      row.put("value", figure.value());
      rows.add(row);
    }
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("", "\n"));
    lines = lines.withObjectIndenter(null);
    return (JSON.writer().with(lines).writeValueAsString(rows) + "\n").getBytes(UTF_8);
  }
}
