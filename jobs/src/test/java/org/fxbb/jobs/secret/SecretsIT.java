package org.fxbb.jobs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Secrets in a database, with the ring in a file and in a setting. */
final class SecretsIT {
  private static final String K1 = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
  private static final String K2 =
      "k2:"
          + Base64.getEncoder()
              .encodeToString(
                  "another key of thirty-two bytes."
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));

  @TempDir private Path folder = Path.of("");
  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.etl());
  private KeySource file;
  private Secrets secrets;
  private SecretRotation rotation;

  @BeforeEach
  void open() {
    file = new KeySource(null, keyFile());
    secrets = new Secrets(database.etl(), file);
    rotation = new SecretRotation(database.etl(), file);
  }

  private Path keyFile() {
    return folder.resolve("keys/secrets.keys");
  }

  private Secrets with(String setting) {
    return new Secrets(database.etl(), new KeySource(setting, keyFile()));
  }

  private static Secret value(String text) {
    return Secret.of(text.toCharArray());
  }

  private static String text(Secret secret) {
    return new String(secret.chars());
  }

  private void put(String... names) {
    for (String name : names) {
      secrets.put(name, Purpose.OTHER, value("value of " + name));
    }
  }

  private List<String> keysInUse() {
    return jdbc.queryForList(
        "SELECT DISTINCT key_id FROM encrypted_secrets WHERE deleted_at IS NULL ORDER BY 1",
        String.class);
  }

  @Test
  void theFirstSecretMakesAKeyFileThatOnlyItsOwnerMayRead() throws IOException {
    Secrets.Stored first = secrets.put("a", Purpose.CHANNEL, value("one"));
    Secrets.Stored second = secrets.put("a", Purpose.OTHER, value("two"));

    assertThat(first.newKeyPlace()).contains("the key file " + keyFile());
    assertThat(first.replaced()).isFalse();
    assertThat(second.newKeyPlace()).isEmpty();
    assertThat(second.replaced()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    assertThat(text(secrets.get("a"))).isEqualTo("two");
    assertThat(secrets.list()).extracting(Secrets.Entry::purpose).containsExactly(Purpose.OTHER);
  }

  @Test
  void aKeyFileThatOthersMayReadIsRefused() throws IOException {
    put("a");
    for (String open : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> secrets.get("a"))
          .hasMessageStartingWith("Cannot use the key file " + keyFile())
          .hasMessageContaining("(rw-------), found " + open);
    }
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("r--------"));
    assertThat(text(secrets.get("a"))).isEqualTo("value of a");
  }

  @Test
  void aLostKeyIsNamedWithEverythingThatNeedsItAndNeverReplacedSilently() throws IOException {
    put("a", "b");
    Files.delete(keyFile());

    assertThatThrownBy(() -> secrets.get("b"))
        .hasMessage(
            "Cannot decrypt the secret b: expected the key k1 in the key file %s, found no key. Secrets that need k1: a, b. Restore the key from its backup, or remove these secrets and set them again."
                .formatted(keyFile()));
    assertThatThrownBy(() -> put("c")).hasMessageContaining("Secrets that need k1: a, b.");
    assertThat(keyFile()).doesNotExist();
    assertThat(secrets.listFaults()).hasSize(2);
    assertThatThrownBy(() -> with(K2).get("a"))
        .hasMessageContaining(
            "expected the key k1 in the setting FXBB_SECRETS_KEYS, found only k2.");
  }

  @Test
  void valuesThatChangedPlacesDoNotOpen() {
    put("a", "b");
    jdbc.update(
        "UPDATE encrypted_secrets t SET ciphertext = o.ciphertext FROM encrypted_secrets o WHERE o.name <> t.name");

    assertThat(secrets.listFaults())
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).contains("the row was changed or moved"));
  }

  @Test
  void namesValuesAndRemovals() {
    put("a");
    assertThatThrownBy(() -> put("Bad Name")).hasMessageStartingWith("Cannot name a secret");
    assertThatThrownBy(() -> secrets.put("b", Purpose.OTHER, value("")))
        .hasMessageContaining("expected 1 to 65,536 bytes, found 0");
    assertThatThrownBy(() -> secrets.get("b")).hasMessageContaining("expected one of a.");

    secrets.remove("a");

    assertThat(secrets.find("a")).isEmpty();
    assertThat(
            jdbc.queryForObject(
                "SELECT ciphertext IS NULL AND key_id IS NULL FROM encrypted_secrets",
                Boolean.class))
        .isTrue();
    put("a");
    assertThat(text(secrets.get("a"))).isEqualTo("value of a");
  }

  @Test
  void aSecretThatSomethingNamesStays() {
    put("snmp-a");
    jdbc.update(
        "INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status) SELECT 'isp-0001', 'L', 'N', min(id), 'ACTIVE' FROM isp_license_categories");
    jdbc.update(
        "INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from) SELECT id, 'pop-1', 'P', '3026', 'ACTIVE', DATE '2026-01-01' FROM isps");
    jdbc.update(
        "INSERT INTO snmp_targets (isp_id, pop_id, target_key, upstream_type_id, origin, version, credential_ref) SELECT isp_id, id, 't', 1, 'REGISTRY', '2c', 'snmp-a' FROM pops");
    jdbc.update("INSERT INTO notification_groups (code, name_en) VALUES ('duty', 'Duty')");
    jdbc.update(
        "INSERT INTO notification_channels (notification_group_id, kind, address, credential_ref) SELECT min(id), 'EMAIL', 'a@example.org', 'snmp-a' FROM notification_groups");

    assertThatThrownBy(() -> secrets.remove("snmp-a"))
        .hasMessageContaining(
            "found 2 that do: SNMP target isp-0001/pop-1/t, channel EMAIL of group duty.");
  }

  @Test
  void rotatingMovesEverythingAndASecondTimeSaysSo() {
    put("a", "b");

    SecretRotation.Result first = rotation.rotate(false);
    assertThat(first.newKey()).isTrue();
    assertThat(first.moved()).isEqualTo(2);
    assertThat(first.current()).isEqualTo("k2");
    assertThat(first.unneeded()).containsExactly("k1");
    assertThat(keysInUse()).containsExactly("k2");
    assertThat(text(secrets.get("a"))).isEqualTo("value of a");

    SecretRotation.Result second = rotation.rotate(false);
    assertThat(second.newKey()).isFalse();
    assertThat(second.moved()).isZero();

    assertThat(rotation.forgetOld().forgotten()).containsExactly("k1");
    assertThat(rotation.forgetOld().forgotten()).isEmpty();
    assertThat(text(secrets.get("b"))).isEqualTo("value of b");
    assertThat(rotation.rotate(false).current()).isEqualTo("k3");
    assertThat(rotation.rotate(true).current()).isEqualTo("k4");
  }

  @Test
  void aRotationKilledAfterTheNewKeyWasWrittenIsFinishedByTheNext() {
    put("a", "b", "c");
    file.addKey(file.read()); // what the dead process did last
    secrets.put("b", Purpose.OTHER, value("newer b")); // meanwhile, with the new key

    assertThat(keysInUse()).containsExactly("k1", "k2");
    assertThat(secrets.listFaults()).isEmpty();
    assertThat(rotation.forgetOld().forgotten()).as("k1 is still needed").isEmpty();

    SecretRotation.Result result = rotation.rotate(false);
    assertThat(result.newKey()).isFalse();
    assertThat(result.moved()).isEqualTo(2);
    assertThat(keysInUse()).containsExactly("k2");
    assertThat(text(secrets.get("b"))).isEqualTo("newer b");
  }

  @Test
  void aSecretThatCannotBeDecryptedStopsTheRotationBeforeItChangesAnything() {
    put("a", "b");
    jdbc.update("UPDATE encrypted_secrets SET ciphertext = '\\x00' WHERE name = 'b'");

    assertThatThrownBy(() -> rotation.rotate(false)).hasMessageContaining("the secret b");
    assertThat(file.read().ids()).containsExactly("k1");
    assertThat(keysInUse()).containsExactly("k1");
  }

  @Test
  void aRingInASettingIsRotatedByPuttingAKeyFirst() {
    with(K1).put("a", Purpose.OTHER, value("one"));
    KeySource both = new KeySource(K2 + "," + K1, keyFile());
    SecretRotation inSetting = new SecretRotation(database.etl(), both);

    assertThat(inSetting.rotate(false).moved()).isEqualTo(1);
    assertThat(inSetting.rotate(false).moved()).isZero();
    assertThat(text(with(K2).get("a"))).isEqualTo("one");
    assertThat(keyFile()).doesNotExist();
    assertThatThrownBy(() -> inSetting.rotate(true))
        .hasMessageContaining("Put k3:<base64 of 32 bytes> first there");
    assertThatThrownBy(inSetting::forgetOld)
        .hasMessageContaining("Take these out there, no secret needs them: k1.");
  }

  @Test
  void secretsThatAreSetDuringRotationsAreNeverLost() throws Exception {
    put("a");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> rotating =
          () -> {
            for (int i = 0; i < 10; i++) {
              rotation.rotate(true);
              rotation.forgetOld();
            }
            return null;
          };
      Callable<Void> setting =
          () -> {
            for (int i = 0; i < 30; i++) {
              put("s" + i);
            }
            return null;
          };
      for (Future<Void> done : two.invokeAll(List.of(rotating, setting))) {
        done.get();
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(secrets.listFaults()).isEmpty();
    assertThat(new ArrayList<>(secrets.list())).hasSize(31);
  }
}
