package org.fxbb.jobs.remind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxbb.jobs.run.Period;

/**
 * The pages that reminders are in outboxes: {@code reminder-<yyyy-mm>.html}.
 *
 * @param isps the folder of all ISPs in the drop area
 */
record ReminderPages(Path isps) {
  private static final Pattern NAME = Pattern.compile("reminder-(\\d{4}-(?:0[1-9]|1[0-2]))\\.html");

  Path of(String isp, Period month) {
    return isps.resolve(isp).resolve("outbox").resolve("reminder-" + month + ".html");
  }

  /**
   * Removes pages.
   *
   * @param stays whether the page of this ISP and month stays
   */
  void removeUnless(BiPredicate<String, Period> stays) {
    if (!Files.isDirectory(isps)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(isps)) {
      for (Path isp : folders) {
        removeUnless(isp, stays);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove reminders of the past below " + isps + ".", e);
    }
  }

  private static void removeUnless(Path isp, BiPredicate<String, Period> stays) throws IOException {
    Path outbox = isp.resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return;
    }
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(outbox, "reminder-*.html")) {
      for (Path page : pages) {
        Matcher name = NAME.matcher(page.getFileName().toString());
        if (name.matches()
            && !stays.test(isp.getFileName().toString(), Period.parse(name.group(1)))) {
          Files.deleteIfExists(page);
        }
      }
    }
  }
}
