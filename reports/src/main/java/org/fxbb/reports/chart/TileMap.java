package org.fxbb.reports.chart;

import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.reports.document.Ink;
import org.fxbb.reports.document.Ink.Fill;
import org.fxbb.reports.document.Palette;
import org.fxbb.reports.document.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * The 64 districts as tiles, one size each, roughly where they lie.
 *
 * <p>A tile shows the district's name, the letter of its class and its number of PoPs; a district
 * that was not judged is hatched and has no letter. Shades run from light to dark, so the map reads
 * in grey and without colour.
 *
 * <p><b>Source</b>: spec 6.1; places of the tiles in {@code district-tiles.csv}.
 */
public final class TileMap {
  private static final int COLUMNS = 9;
  private static final int ROWS = 13;
  private static final float GAP = 2.2f;
  private static final TextStyle NAME = new TextStyle(false, 5.4f, 6.5f, Palette.INK);
  private static final TextStyle LETTER = new TextStyle(true, 9.5f, 11f, Palette.INK);

  /** Height of the drawing in points. */
  public static final float HEIGHT = 418f;

  private final List<Grade> grades;
  private final Map<String, int[]> places = places();

  /**
   * One class of the legend.
   *
   * @param letter the letter in the tile
   * @param meaning its bounds in words
   * @param shade background
   * @param dark true where the background needs white text
   */
  public record Grade(String letter, String meaning, Color shade, boolean dark) {}

  /**
   * One district.
   *
   * @param code BBS code of the district, four digits
   * @param name English name
   * @param letter letter of its class; null where it was not judged
   * @param pops number of its PoPs
   */
  public record Tile(String code, String name, @Nullable String letter, String pops) {}

  /** A map with the given grades, best first. */
  public TileMap(List<Grade> grades) {
    this.grades = List.copyOf(grades);
  }

  /** Draws the tiles, and the legend in the free upper right corner. */
  public void draw(Ink ink, List<Tile> tiles) {
    float width = ink.width() / COLUMNS;
    float height = HEIGHT / ROWS;
    for (Tile tile : tiles) {
      int[] place = places.get(tile.code());
      if (place != null) {
        tile(ink, tile, place[0] * width, place[1] * height, width - GAP, height - GAP);
      }
    }
    legend(ink, 5.1f * width, 4);
  }

  private void tile(Ink ink, Tile tile, float x, float y, float width, float height) {
    @Nullable Grade shown =
        grades.stream().filter(c -> c.letter().equals(tile.letter())).findFirst().orElse(null);
    Color text = shown != null && shown.dark() ? Palette.PAPER : Palette.INK;
    if (shown == null) {
      ink.rect(x, y, width, height, Palette.HAIR, Fill.HATCHED);
    } else {
      ink.rect(x, y, width, height, shown.shade());
      ink.text(x + 4, y + height - 5, shown.letter(), LETTER.in(text));
    }
    ink.frame(x, y, width, height, 0.4f, Palette.RULE);
    ink.textWithin(x + 4, y + 8.5f, width - 6, tile.name(), NAME.in(text));
    ink.textRight(x + width - 4, y + height - 5, tile.pops(), NAME.at(7f).in(text));
  }

  private void legend(Ink ink, float x, float y) {
    float top = y;
    for (Grade each : grades) {
      ink.rect(x, top, 16, 11, each.shade());
      ink.frame(x, top, 16, 11, 0.4f, Palette.RULE);
      Color text = each.dark() ? Palette.PAPER : Palette.INK;
      ink.textCentre(x + 8, top + 8.4f, each.letter(), TextStyle.LABEL.inBold().in(text));
      ink.text(x + 22, top + 8.4f, each.meaning(), TextStyle.LABEL);
      top += 15;
    }
    ink.rect(x, top, 16, 11, Palette.HAIR, Fill.HATCHED);
    ink.frame(x, top, 16, 11, 0.4f, Palette.RULE);
    ink.text(x + 22, top + 8.4f, "not judged: too little evidence, or none", TextStyle.LABEL);
    ink.text(x, top + 24, "Lower right of a tile: active PoPs", TextStyle.LABEL);
  }

  private static Map<String, int[]> places() {
    Map<String, int[]> places = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TileMap.class.getResourceAsStream("district-tiles.csv"),
                    "district-tiles.csv is missing from the reports module"),
                StandardCharsets.UTF_8))) {
      List<String> all = new ArrayList<>(lines.lines().toList());
      for (String line : all.subList(1, all.size())) {
        List<String> cells = List.of(line.split(",", -1));
        places.put(
            cells.get(0),
            new int[] {Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2))});
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read district-tiles.csv of the reports module.", e);
    }
    return places;
  }
}
