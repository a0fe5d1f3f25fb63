package org.fxbb.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that OpenSSH made, with the line that its ssh-keygen -lf prints for each. */
final class SshPublicKeyTest {

  static String pub(String name) {
    try (InputStream in =
        Objects.requireNonNull(SshPublicKeyTest.class.getResourceAsStream(name + ".pub"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519, 256 SHA256:A7tHj3y/x/mImdwBRvDwHDQRcg4Uy4OQcvPPk+izvQs clerk@isp (ED25519)",
    "ecdsa-256, 256 SHA256:kfvB/vzqn48zn9nNObvvpV0zARGzDWNhjjFR9/ukO7E clerk@isp (ECDSA)",
    "ecdsa-384, 384 SHA256:JQpYOnRlcw8ybGHg6jSt7nCkgVs45QmeF6iPRyT88Jo clerk@isp (ECDSA)",
    "ecdsa-521, 521 SHA256:NCM/HM50sxMsMPF9kFoOKJopXll9v5l05h4LNs7IycU clerk@isp (ECDSA)",
    "rsa-3072, 3072 SHA256:+1QQHptrh5unhebGlwEdKuC2ALGc+SmAi6Ts0NvnE9o clerk@isp (RSA)"
  })
  void goodKeysAreToldAsSshKeygenTellsThem(String name, String line) {
    assertThat(SshPublicKey.parse(pub(name)).summary()).isEqualTo(line);
  }

  @Test
  void rsaOf2048BitsIsRefusedWithTheReason() {
    assertThatThrownBy(() -> SshPublicKey.parse(pub("rsa-2048")))
        .hasMessageEndingWith(
            "found RSA of 2,048 bits. Fewer than 3,072 are not expected to last as long as the others. Make a new pair: ssh-keygen -t ed25519.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | found nothing",
        "ssh-ed25519 | found a single word",
        "ssh-ed25519 *** | found a second word that is no base64",
        "ssh-ed25519 AAAA | found one that is cut off",
        "ssh-dss AAAAB3NzaC1kc3M= | found the type ssh-dss",
        "'-----BEGIN OPENSSH PRIVATE KEY-----' | found a private key",
        "'---- BEGIN SSH2 PUBLIC KEY ----' | ssh-keygen -i -f"
      })
  void whatIsNoKeyIsToldApart(String text, String found) {
    assertThatThrownBy(() -> SshPublicKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot take this public key: expected one line such as")
        .hasMessageContaining(found);
  }

  @Test
  void aTypeThatIsNotThatOfTheKeyIsRefused() {
    String text = pub("ed25519").replaceFirst("ssh-ed25519", "ssh-rsa");

    assertThatThrownBy(() -> SshPublicKey.parse(text))
        .hasMessageContaining("found ssh-rsa before a key of another type");
  }

  @Test
  void twoKeysInOneFileAreRefused() {
    assertThatThrownBy(() -> SshPublicKey.parse(pub("ed25519") + pub("ecdsa-256")))
        .hasMessageContaining("found 2 lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa-256", "rsa-3072"})
  void aKeyThatIsCutAnywhereIsRefused(String name) {
    SshPublicKey key = SshPublicKey.parse(pub(name));
    byte[] whole = java.util.Base64.getDecoder().decode(key.base64());
    for (int length = 0; length < whole.length; length++) {
      String cut =
          key.type()
              + " "
              + java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(whole, length))
              + " x";
      assertThatThrownBy(() -> SshPublicKey.parse(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
