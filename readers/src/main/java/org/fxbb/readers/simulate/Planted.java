package org.fxbb.readers.simulate;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One consequence of one planted fault.
 *
 * @param kind kind of fault, in snake case
 * @param isp code of the ISP, null where none is meant
 * @param pop code of the PoP, null where the ISP as a whole is meant
 * @param period month such as {@code 2026-01}
 * @param file name of the file it is in, null where none is meant
 * @param expect what the engine must show: {@code table}, {@code code}, then what tells the row
 * @param detail one English sentence
 */
record Planted(
    String kind,
    @Nullable String isp,
    @Nullable String pop,
    String period,
    @Nullable String file,
    Map<String, Object> expect,
    String detail) {

  /** A fault of an ISP that shows as a row of {@code table} with {@code code}. */
  static Planted of(
      String kind, @Nullable IspProfile isp, YearMonth period, String table, String code) {
    Map<String, Object> expect = new LinkedHashMap<>();
    expect.put("table", table);
    expect.put("code", code);
    return new Planted(
        kind, isp == null ? null : isp.code(), null, period.toString(), null, expect, "");
  }

  /** The same at one PoP. */
  Planted at(PopProfile place) {
    return new Planted(kind, isp, place.code(), period, file, expect, detail);
  }

  /** The same in one file. */
  Planted in(String name) {
    return new Planted(kind, isp, pop, period, name, expect, detail);
  }

  /** The same with one more field of what is expected. */
  Planted with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(expect);
    more.put(field, value);
    return new Planted(kind, isp, pop, period, file, Collections.unmodifiableMap(more), detail);
  }

  /** The same, said in one sentence. */
  Planted saying(String sentence) {
    return new Planted(kind, isp, pop, period, file, expect, sentence);
  }
}
