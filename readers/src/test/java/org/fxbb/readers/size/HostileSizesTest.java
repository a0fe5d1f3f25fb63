package org.fxbb.readers.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Deliveries of hostile sizes are answered with a heap of 64 MB. */
class HostileSizesTest {

  @Test
  void eachIsAnsweredWithASmallHeap() throws IOException, InterruptedException {
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                // G1 cannot move a large array, so that what fits would depend on where others lie.
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileSizes.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(told)
        .isEqualTo(
            """
            filing: a row of 1 GB {row_too_long=1}
            filing: a quoted cell of 1 GB {row_too_long=1}
            filing: a row of a billion cells {row_too_long=1}
            filing: blank lines of 1 GB {file_too_large=1}
            filing: a gzip bomb of blank lines {archive_too_large=1}
            filing: a million bad rows {BAD=1000000, not_a_number=1000000, not_an_integer=1000000, number_out_of_range=1000000, unknown_location=1000000}
            filing: a million ragged rows {BAD=1000000, wrong_cell_count=1000000}
            history: a row of 1 GB {BAD=1, ROW=2}
            history: a quoted cell of 1 GB {BAD=1, ROW=1}
            history: a million bad rows {BAD=1000000}
            dump: a line of 1 GB {BAD=2, line_too_long=1, missing_field=8}
            dump: a gzip bomb of zeros {BAD=1, line_too_long=1}
            dump: a million open arrays {BAD=1, broken_line=1}
            dump: a million open arrays in a field {BAD=1, broken_line=1}
            dump: a text of 15 MB {BAD=1, broken_line=1}
            dump: a million records {BAD=1, broken_line=1}
            dump: seven million odd records {BAD=1, broken_line=1}
            dump: a million odd queries {BAD=1, broken_line=1}
            dump: many names {BAD=1, broken_line=1}
            dump: a million bad lines {BAD=1000000, missing_field=8000000}
            """);
    assertThat(reading.waitFor()).isZero();
  }
}
