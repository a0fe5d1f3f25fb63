package org.fxbb.writers.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Which files were told which state, to be noted in the transaction that told them. */
final class Marks {
  private final List<Long> ids = new ArrayList<>();
  private final List<String> states = new ArrayList<>();

  void add(long id, String state) {
    ids.add(id);
    states.add(state.intern());
  }

  void addAll(Marks others) {
    ids.addAll(others.ids);
    states.addAll(others.states);
  }

  /** Notes them and returns how many. */
  int write(NamedParameterJdbcTemplate jdbc) {
    if (!ids.isEmpty()) {
      jdbc.update(
          SqlText.of(Marks.class, "markAnswered"),
          Map.of("ids", ids.toArray(Long[]::new), "states", states.toArray(String[]::new)));
    }
    return ids.size();
  }
}
