package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputTest {
  private static String fitted(String cell) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    Output.fittedTable(writer, List.of("file"), List.of(List.of(cell)));
    writer.flush();
    return text.toString().lines().skip(1).toList().toString();
  }

  @Test
  void whatSendersWriteCommandsNoTerminal() {
    assertThat(fitted("con\u001b[31m.csv")).isEqualTo("[  con?[31m.csv]");
    assertThat(fitted("a\nb\u202ec\u009bd\u2028e")).isEqualTo("[  a?b?c?d?e]");
    assertThat(fitted("আইএসপি.csv")).isEqualTo("[  আইএসপি.csv]");
  }
}
