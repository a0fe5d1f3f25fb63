package org.fxbb.cron.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemotePathTest {

  @ParameterizedTest
  @CsvSource({
    ".,/",
    "/,/",
    "'',/",
    "..,/",
    "../../..,/",
    "inbox,/inbox",
    "/inbox/,/inbox",
    "//inbox//a.csv,/inbox/a.csv",
    "inbox/./a.csv,/inbox/a.csv",
    "inbox/../try/a.csv,/try/a.csv",
    "/../../inbox/a.csv,/inbox/a.csv",
    "outbox/history/2026/a.json,/outbox/history/2026/a.json",
    "inbox/Isp-0001_Packages_2026-01 (1).CSV,/inbox/Isp-0001_Packages_2026-01 (1).CSV",
    "inbox/প্যাকেজ.csv,/inbox/প্যাকেজ.csv"
  })
  void whatLiesInTheAccountIsFound(String text, String path) throws Refusal {
    assertThat(RemotePath.parse(text)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../isp-0002/inbox/a.csv",
        "/isps/isp-0002",
        "Inbox/a.csv",
        "inbox/folder/a.csv",
        "try/a/b",
        "inboxes",
        "/home"
      })
  void nothingElseExists(String text) {
    assertThatThrownBy(() -> RemotePath.parse(text))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no such file or folder in this account.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".uploads/inbox/a.csv",
        "inbox/.hidden",
        "inbox/...",
        "inbox/a\\b.csv",
        "inbox/a\nb.csv",
        "inbox/a\u0000.csv",
        "inbox/a\u007f.csv",
        "inbox/a\u202egpj.csv",
        "inbox/a\ufffd.csv",
        "inbox/a\u2028b.csv",
        "inbox/a\ud800.csv"
      })
  void aNameThatDeceivesIsRefused(String text) {
    assertThatThrownBy(() -> RemotePath.parse(text))
        .hasMessage(
            "A name may not begin with a point or have control characters or backslashes. Rename the file.");
  }

  @Test
  void namesHaveTwoHundredBytesAtMost() throws Refusal {
    assertThat(RemotePath.parse("inbox/" + "a".repeat(200)).name()).hasSize(200);
    assertThat(RemotePath.parse("inbox/" + "ক".repeat(66)).name()).hasSize(66);
    assertThatThrownBy(() -> RemotePath.parse("inbox/" + "a".repeat(201)))
        .hasMessage("The name is longer than 200 bytes. Shorten it.");
    assertThatThrownBy(() -> RemotePath.parse("inbox/" + "ক".repeat(67)))
        .hasMessage("The name is longer than 200 bytes. Shorten it.");
  }

  @Test
  void pathsHaveFourThousandCharactersAtMost() throws Refusal {
    assertThat(RemotePath.parse("/".repeat(4_091) + "inbox")).hasToString("/inbox");
    assertThatThrownBy(() -> RemotePath.parse("/".repeat(4_092) + "inbox"))
        .hasMessage("The path is longer than 4,096 characters. Shorten it.");
  }

  @Test
  void onlyFilesDirectlyInInboxAndTryAreUploads() throws Refusal {
    assertThat(RemotePath.parse("inbox/a.csv").isUpload()).isTrue();
    assertThat(RemotePath.parse("try/a.csv").isUpload()).isTrue();
    assertThat(RemotePath.parse("inbox").isUpload()).isFalse();
    assertThat(RemotePath.parse("outbox/a.csv").isUpload()).isFalse();
  }
}
