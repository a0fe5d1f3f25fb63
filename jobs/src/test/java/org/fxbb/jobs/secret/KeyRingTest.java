package org.fxbb.jobs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
  private static final String WHERE = "the setting FXBB_SECRETS_KEYS";

  private static String key(int fill, int bytes) {
    byte[] key = new byte[bytes];
    java.util.Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }

  private static String entry(String id) {
    return id + ":" + key(7, 32);
  }

  @Test
  void theFirstKeyIsTheCurrentOneWhateverSeparatesThem() {
    for (String text :
        new String[] {
          entry("k2") + "," + entry("k1"),
          " " + entry("k2") + " , " + entry("k1") + " ,",
          "# older: k1\n" + entry("k2") + "\r\n\n" + entry("k1") + "\n"
        }) {
      KeyRing ring = KeyRing.parse(text, WHERE);
      assertThat(ring.ids()).containsExactly("k2", "k1");
      assertThat(ring.currentId()).contains("k2");
      assertThat(ring.nextId()).isEqualTo("k3");
    }
  }

  @Test
  void keysOfAnotherLengthAreRefusedWithoutShowingThem() {
    for (int bytes : new int[] {0, 16, 31, 33}) {
      assertThatThrownBy(() -> KeyRing.parse("k1:" + key(7, bytes), WHERE))
          .hasMessage(
              "Cannot use the keys in the setting FXBB_SECRETS_KEYS: key k1: expected 32 bytes in base64, found %d bytes. A new key is made by: openssl rand -base64 32"
                  .formatted(bytes));
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> KeyRing.parse(entry("k1") + ",hunter2hunter2", WHERE))
        .hasMessageContaining("entry 2: expected <id>:<base64 of 32 bytes>, found no colon")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> KeyRing.parse("k1:hunter2!", WHERE))
        .hasMessageContaining("key k1: expected 32 bytes in base64, found text that is no base64")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThatThrownBy(() -> KeyRing.parse("hunter 2:" + key(7, 32), WHERE))
        .hasMessageContaining("found an id of another form")
        .hasMessageNotContaining("hunter");
    assertThatThrownBy(() -> KeyRing.parse(" , \n# nothing\n", WHERE))
        .hasMessageContaining("found no key");
  }

  @Test
  void anIdMayStandOnlyOnce() {
    assertThatThrownBy(() -> KeyRing.parse(entry("k1") + "," + entry("k1"), WHERE))
        .hasMessageContaining("expected every key id once, found k1 twice");
  }

  @Test
  void itsTextReadsBackAndItsNameShowsNoKey() {
    KeyRing ring = KeyRing.parse(entry("k1"), WHERE).withCurrent("k2", new byte[32]);

    assertThat(KeyRing.parse(ring.text(), WHERE).text()).isEqualTo(ring.text());
    assertThat(ring).hasToString("KeyRing[k2, k1]");
    assertThat(ring.without(java.util.List.of("k1")).ids()).containsExactly("k2");
  }
}
