package org.fxbb.jobs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SealedValueTest {
  private static final KeyRing RING =
      KeyRing.empty("the test").withCurrent("k1", filled(1)).withCurrent("k2", filled(2));
  private static final char[] CLEAR = "public-গোপন".toCharArray();

  private static byte[] filled(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private static SealedValue sealed() {
    return SealedValue.seal(RING, "snmp-a", Purpose.SNMP_COMMUNITY, Secret.of(CLEAR));
  }

  @Test
  void whatIsSealedOpensWithTheRing() {
    SealedValue value = sealed();

    assertThat(value.keyId()).isEqualTo("k2");
    assertThat(value.open(RING).orElseThrow().chars()).isEqualTo(CLEAR);
    assertThat(value.open(RING.without(java.util.List.of("k2")))).isEmpty();
    assertThat(value.ciphertext()).hasSize(12 + Secret.of(CLEAR).length() + 16);
  }

  @Test
  void theSameValueIsNeverSealedTheSameWay() {
    assertThat(sealed().ciphertext()).isNotEqualTo(sealed().ciphertext());
  }

  @Test
  void everyChangedByteIsFound() {
    byte[] good = sealed().ciphertext();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      SealedValue changed = new SealedValue("snmp-a", Purpose.SNMP_COMMUNITY, "k2", bad);
      assertThatThrownBy(() -> changed.open(RING))
          .as("byte " + i)
          .hasMessageContaining("found another");
    }
    SealedValue cut =
        new SealedValue("snmp-a", Purpose.SNMP_COMMUNITY, "k2", Arrays.copyOf(good, 27));
    assertThatThrownBy(() -> cut.open(RING)).hasMessageContaining("found another");
  }

  @Test
  void aValueMovedToAnotherRowDoesNotOpen() {
    byte[] good = sealed().ciphertext();
    for (SealedValue moved :
        new SealedValue[] {
          new SealedValue("snmp-b", Purpose.SNMP_COMMUNITY, "k2", good),
          new SealedValue("snmp-a", Purpose.OTHER, "k2", good),
          new SealedValue("snmp-a", Purpose.SNMP_COMMUNITY, "k1", good)
        }) {
      assertThatThrownBy(() -> moved.open(RING))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(
              "Cannot decrypt the secret %s: expected the value that key %s encrypted"
                  .formatted(moved.name(), moved.keyId()))
          .hasMessageNotContaining("public");
    }
  }

  @Test
  void aSecretDoesNotShowItself() {
    Secret secret = Secret.of(CLEAR);

    assertThat(secret).hasToString("Secret[hidden]");
    secret.close();
    assertThat(secret.bytes()).containsOnly(0);
  }
}
