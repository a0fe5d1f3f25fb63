package org.fxbb.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxbb.jobs.access.Access.Opened;
import org.fxbb.jobs.access.Access.Reason;
import org.fxbb.jobs.access.Access.Refused;
import org.fxbb.jobs.access.Account.Kind;
import org.fxbb.jobs.access.SftpCredentials.Way;
import org.fxbb.jobs.access.Users.NewUser;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What opens which account at which instant, on both sides of each boundary. */
final class AccessIT {
  private static final Instant START = Instant.parse("2026-01-31T17:59:00Z"); // 23:59 in Dhaka
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final String AGENT = "0b8ff1c7-6b5e-4d2c-9a1e-0c7f6b2f9a01";
  private static final char[] RIGHT = "correct horse battery".toCharArray();
  private static final char[] OTHER = "staple correct horse".toCharArray();
  private static final char[] WRONG = "wrong horse battery".toCharArray();

  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.etl());
  private final Watch clock = new Watch();
  private final Passwords passwords = new Passwords();
  private final Accounts accounts = new Accounts(database.etl());
  private final Users users = new Users(database.etl(), clock, passwords);
  private final ApiKeys keys = new ApiKeys(database.etl(), clock, passwords);
  private final SftpCredentials sftp = new SftpCredentials(database.etl(), clock, passwords);
  private final AccessCheck check =
      new AccessCheck(database.etl(), clock, passwords, new LockPolicy(3, LOCK));

  /** A clock that the test moves. */
  private static final class Watch extends Clock {
    private Instant instant = START;

    void set(Instant to) {
      instant = to;
    }

    @Override
    public Instant instant() {
      return instant;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void addSenders() {
    for (String code : List.of("isp-0001", "isp-0002")) {
      jdbc.update(
          "INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status) SELECT ?, ?, 'N', min(id), 'ACTIVE' FROM isp_license_categories",
          code,
          "L-" + code);
    }
    jdbc.update(
        "INSERT INTO software_agents (agent_uuid, agent_type, isp_id, valid_from) SELECT ?::uuid, 'QOS_AGENT', min(id), DATE '2026-01-01' FROM isps",
        AGENT);
  }

  private void addUser(String login) {
    users.add(new NewUser(login, "Rahim Uddin", "rahim@example.org", "OPERATOR", null), RIGHT);
  }

  private void afterStart(Duration time) {
    clock.set(START.plus(time));
  }

  private static void assertRefused(Access access, Reason reason) {
    assertThat(access).isEqualTo(new Refused(reason));
  }

  private static void assertOpened(Access access) {
    assertThat(access).isInstanceOf(Opened.class);
  }

  private String one(String sql) {
    return String.valueOf(jdbc.queryForObject(sql, String.class));
  }

  @Test
  void hashesAreArgon2idWithTheParametersThatOwaspNames() {
    addUser("rahim");

    assertThat(one("SELECT password_hash FROM users"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void theRightPasswordOpensAndCountsAgainFromZero() {
    addUser("rahim");
    assertRefused(check.userPassword("rahim", WRONG), Reason.WRONG);
    assertRefused(check.userPassword("rahim", WRONG), Reason.WRONG);
    assertThat(one("SELECT failed_logins FROM users")).isEqualTo("2");

    assertThat(check.userPassword(" Rahim ", RIGHT))
        .isEqualTo(new Opened(accounts.getUser("rahim"), List.of()));

    assertThat(one("SELECT failed_logins || ' ' || (last_login_at IS NOT NULL) FROM users"))
        .isEqualTo("0 true");
    assertRefused(check.userPassword("nobody", RIGHT), Reason.UNKNOWN);
  }

  @Test
  void wrongPasswordsLockUntilTheTimeIsOverAlsoAgainstTheRightOne() {
    addUser("rahim");
    for (int i = 0; i < 3; i++) {
      assertRefused(check.userPassword("rahim", WRONG), Reason.WRONG);
    }
    assertRefused(check.userPassword("rahim", RIGHT), Reason.LOCKED);
    assertThat(users.list().get(0).status()).isEqualTo("LOCKED");

    afterStart(LOCK.minusMillis(1));
    assertRefused(check.userPassword("rahim", RIGHT), Reason.LOCKED);
    afterStart(LOCK);
    assertRefused(check.userPassword("rahim", WRONG), Reason.WRONG);
    assertThat(one("SELECT status || failed_logins FROM users")).isEqualTo("ACTIVE1");
    assertOpened(check.userPassword("rahim", RIGHT));
  }

  @Test
  void aLockedUserIsLetInByTheOperatorAndByANewPassword() {
    addUser("rahim");
    for (int i = 0; i < 3; i++) {
      check.userPassword("rahim", WRONG);
    }
    assertThat(users.unlock("rahim")).isTrue();
    assertThat(users.unlock("rahim")).isFalse();
    assertOpened(check.userPassword("rahim", RIGHT));

    users.changePassword("rahim", OTHER);
    assertRefused(check.userPassword("rahim", RIGHT), Reason.WRONG);
    assertOpened(check.userPassword("rahim", OTHER));
  }

  @Test
  void noTryEscapesTheCountWhenManyComeAtOnce() throws Exception {
    addUser("rahim");
    ExecutorService many = Executors.newFixedThreadPool(6);
    List<Callable<Access>> tries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      tries.add(() -> check.userPassword("rahim", WRONG));
    }
    int wrong = 0;
    try {
      for (Future<Access> answer : many.invokeAll(tries)) {
        wrong += answer.get().equals(new Refused(Reason.WRONG)) ? 1 : 0;
      }
    } finally {
      many.shutdownNow();
    }
    assertThat(wrong).isEqualTo(3);
  }

  @Test
  void aRevokedUserIsOutWithSessionsAndKeysAndTheLoginIsGone() {
    addUser("rahim");
    String key = keys.add("a", accounts.getUser("rahim"), List.of(), null).key();
    jdbc.update(
        "INSERT INTO user_sessions (user_id, token_hash, issued_at, expires_at) SELECT id, 'h', now(), now() + interval '1 h' FROM users");
    assertOpened(check.apiKey(key));

    assertThat(users.revoke("rahim")).isTrue();
    assertThat(users.revoke("rahim")).isFalse();

    assertRefused(check.userPassword("rahim", RIGHT), Reason.REVOKED);
    assertRefused(check.apiKey(key), Reason.REVOKED);
    assertThat(one("SELECT count(*) FROM user_sessions WHERE revoked_at IS NULL")).isEqualTo("0");
    assertThatThrownBy(() -> addUser("rahim"))
        .hasMessageContaining("expected a login that nobody has or had, found one that is REVOKED");
    assertThatThrownBy(() -> users.changePassword("rahim", OTHER))
        .hasMessageContaining("found REVOKED");
  }

  @Test
  void usersAreRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> users.add(new NewUser("Rahim", "R", "r@e.org", "ADMIN", null), RIGHT))
        .hasMessageContaining("the login \"Rahim\": expected a-z first");
    assertThatThrownBy(() -> users.add(new NewUser("rahim", "R", "r", "ADMIN", null), RIGHT))
        .hasMessageContaining("expected an address such as name@example.org");
    assertThatThrownBy(() -> users.add(new NewUser("rahim", "R", "r@e.org", "BOSS", null), RIGHT))
        .hasMessage(
            "Cannot use the role \"BOSS\": expected one of ADMIN, OPERATOR, ANALYST, FINANCE, ENFORCEMENT, ISP, AUDITOR.");
    assertThatThrownBy(
            () -> users.add(new NewUser("rahim", "R", "r@e.org", "ISP", "isp-0003"), RIGHT))
        .hasMessage(
            "Cannot find the ISP \"isp-0003\": expected one that is registered, found none. Nearest: isp-0001, isp-0002.");
    assertThatThrownBy(() -> users.add(new NewUser("rahim", "R", "r@e.org", "ISP", null), RIGHT))
        .hasMessageContaining("--isp <code>");
    assertThatThrownBy(
            () -> users.add(new NewUser("rahim", "R", "r@e.org", "ADMIN", "isp-0001"), RIGHT))
        .hasMessageContaining("expected the role ISP for a user of isp-0001, found ADMIN");
    assertThat(users.list()).isEmpty();
  }

  @Test
  void passwordsHaveTwelveTo128Characters() {
    for (int length : new int[] {11, 129}) {
      assertThatThrownBy(() -> passwords.hash("x".repeat(length).toCharArray()))
          .hasMessageContaining("expected 12 to 128 characters, found " + length);
    }
    for (String good :
        List.of("x".repeat(12), "x".repeat(128), "ক".repeat(128), "😀".repeat(128))) {
      assertThat(passwords.matches(good.toCharArray(), passwords.hash(good.toCharArray())))
          .isTrue();
    }
    assertThat(Passwords.generate()).matches("([a-z2-9]{6}-){3}[a-z2-9]{6}");
  }

  @Test
  void rolesAreGrantedAndWithdrawn() {
    addUser("rahim");

    assertThat(users.grant("rahim", "AUDITOR")).isTrue();
    assertThat(users.grant("rahim", "AUDITOR")).isFalse();
    assertThat(users.list().get(0).roles()).containsExactly("AUDITOR", "OPERATOR");
    users.withdraw("rahim", "OPERATOR");
    assertThatThrownBy(() -> users.withdraw("rahim", "OPERATOR"))
        .hasMessage(
            "Cannot withdraw OPERATOR from rahim: expected a role that the user has, found AUDITOR.");
    assertThatThrownBy(() -> users.grant("rahim", "ISP")).hasMessageContaining("expected the ISP");
    assertThatThrownBy(() -> users.grant("rahmi", "ADMIN")).hasMessageContaining("Nearest: rahim.");
  }

  @Test
  void anApiKeyOpensUntilItExpiresToTheSecond() {
    Account isp = accounts.getIsp("isp-0001");
    ApiKeys.Made made = keys.add("upload", isp, List.of("filings.send"), Duration.ofDays(1));

    assertThat(made.key()).matches("fxbb_" + made.prefix() + "_[A-Za-z0-9_-]{43}");
    assertThat(check.apiKey(made.key())).isEqualTo(new Opened(isp, List.of("filings.send")));
    clock.set(START.minusMillis(1));
    assertRefused(check.apiKey(made.key()), Reason.NOT_YET);
    afterStart(Duration.ofDays(1).minusSeconds(1));
    assertOpened(check.apiKey(made.key()));
    afterStart(Duration.ofDays(1));
    assertRefused(check.apiKey(made.key()), Reason.EXPIRED);
    assertThat(keys.list()).extracting(ApiKeys.Entry::state).containsExactly("EXPIRED");
    assertThatThrownBy(() -> keys.rotate(made.prefix(), Duration.ZERO))
        .hasMessageContaining("expected a valid one, found EXPIRED");
  }

  @Test
  void anotherKeyOfTheSamePrefixOrNoKeyAtAllOpensNothing() {
    String key = keys.add("a", accounts.getAgent(AGENT), List.of(), null).key();
    char last = key.charAt(20) == 'A' ? 'B' : 'A';

    assertRefused(check.apiKey(key.substring(0, 20) + last + key.substring(21)), Reason.WRONG);
    assertRefused(check.apiKey("fxbb_00000000_" + "A".repeat(43)), Reason.UNKNOWN);
    for (String none : List.of("", "fxbb_", key + "A", key.substring(1))) {
      assertRefused(check.apiKey(none), Reason.UNKNOWN);
    }
    assertThat(one("SELECT string_agg(t::text, ' ') FROM api_keys t"))
        .doesNotContain(key.substring(14));
  }

  @Test
  void aRotatedKeyOpensUntilItsGraceIsOver() {
    ApiKeys.Made old = keys.add("a", accounts.getIsp("isp-0001"), List.of(), Duration.ofDays(30));
    afterStart(Duration.ofDays(10));
    ApiKeys.Made fresh = keys.rotate(old.prefix(), Duration.ofDays(7));

    assertThat(fresh.expiresAt()).isEqualTo(START.plus(Duration.ofDays(40)));
    assertThat(fresh.oldUntil()).isEqualTo(START.plus(Duration.ofDays(17)));
    afterStart(Duration.ofDays(17).minusSeconds(1));
    assertOpened(check.apiKey(old.key()));
    assertOpened(check.apiKey(fresh.key()));
    assertThat(keys.list()).extracting(ApiKeys.Entry::state).containsExactly("GRACE", "VALID");
    afterStart(Duration.ofDays(17));
    assertRefused(check.apiKey(old.key()), Reason.EXPIRED);
    assertOpened(check.apiKey(fresh.key()));
    assertThatThrownBy(() -> keys.rotate(old.prefix(), Duration.ZERO))
        .hasMessageContaining("found REPLACED, replaced by " + fresh.prefix());
  }

  @Test
  void graceNeverOutlivesTheKeyAndNoGraceEndsItAtOnce() {
    ApiKeys.Made old = keys.add("a", accounts.getIsp("isp-0001"), List.of(), Duration.ofDays(1));
    ApiKeys.Made second = keys.rotate(old.prefix(), Duration.ofDays(7));
    assertThat(second.oldUntil()).isEqualTo(START.plus(Duration.ofDays(1)));

    ApiKeys.Made third = keys.rotate(second.prefix(), Duration.ZERO);
    assertRefused(check.apiKey(second.key()), Reason.EXPIRED);
    assertOpened(check.apiKey(third.key()));
    assertThat(keys.revoke(third.prefix())).isTrue();
    assertThat(keys.revoke(third.prefix())).isFalse();
    assertRefused(check.apiKey(third.key()), Reason.REVOKED);
    assertThatThrownBy(() -> keys.revoke("nosuchke")).hasMessageContaining("fxbb keys api list");
  }

  @Test
  void sftpKeysOpenTheirAccountOnlyAndTheirTimeOnly() {
    Account isp = accounts.getSender("isp-0001");
    SshPublicKey key = SshPublicKey.parse(SshPublicKeyTest.pub("ed25519"));
    sftp.addKeys(isp, List.of(key), Duration.ofDays(1));

    assertThat(check.sftpKey("isp-0001", key)).isEqualTo(new Opened(isp, List.of()));
    assertRefused(check.sftpKey("isp-0002", key), Reason.UNKNOWN);
    assertThatThrownBy(() -> sftp.addKeys(isp, List.of(key), null))
        .hasMessageContaining("found that it does");
    afterStart(Duration.ofDays(1).minusSeconds(1));
    assertOpened(check.sftpKey("isp-0001", key));
    afterStart(Duration.ofDays(1));
    assertRefused(check.sftpKey("isp-0001", key), Reason.EXPIRED);

    sftp.addKeys(isp, List.of(key), null);
    assertOpened(check.sftpKey("isp-0001", key));
    sftp.revokeKey(isp, key.fingerprint());
    assertRefused(check.sftpKey("isp-0001", key), Reason.REVOKED);
    assertThatThrownBy(() -> sftp.revokeKey(isp, key.fingerprint()))
        .hasMessageContaining("expected an account with keys, found none");
  }

  @Test
  void oneBadKeyOfSeveralAddsNone() {
    Account isp = accounts.getSender("isp-0001");
    SshPublicKey one = SshPublicKey.parse(SshPublicKeyTest.pub("ed25519"));
    SshPublicKey two = SshPublicKey.parse(SshPublicKeyTest.pub("rsa-3072"));
    sftp.addKeys(isp, List.of(two), null);

    assertThatThrownBy(() -> sftp.addKeys(isp, List.of(one, two), null))
        .hasMessageContaining(two.fingerprint());
    assertRefused(check.sftpKey("isp-0001", one), Reason.UNKNOWN);
  }

  @Test
  void aRotatedSftpKeyOpensUntilItsGraceIsOver() {
    Account agent = accounts.getSender(AGENT);
    SshPublicKey old = SshPublicKey.parse(SshPublicKeyTest.pub("ecdsa-256"));
    SshPublicKey fresh = SshPublicKey.parse(SshPublicKeyTest.pub("ed25519"));
    sftp.addKeys(agent, List.of(old), null);

    assertThatThrownBy(() -> sftp.rotateKey(agent, old, Duration.ZERO))
        .hasMessageContaining("found that it does");
    assertThat(sftp.rotateKey(agent, fresh, Duration.ofDays(7))).isEqualTo(1);
    afterStart(Duration.ofDays(7).minusSeconds(1));
    assertOpened(check.sftpKey(AGENT, old));
    afterStart(Duration.ofDays(7));
    assertRefused(check.sftpKey(AGENT, old), Reason.EXPIRED);
    assertThat(check.sftpKey(AGENT, fresh)).isEqualTo(new Opened(agent, List.of()));
    assertThat(agent.kind()).isEqualTo(Kind.AGENT);
  }

  @Test
  void sftpPasswordsOpenDuringGraceLockAndEnd() {
    Account isp = accounts.getSender("isp-0001");
    sftp.addPassword(isp, RIGHT, null);
    assertThat(sftp.rotatePassword(isp, OTHER, Duration.ofHours(1))).isEqualTo(1);
    assertOpened(check.sftpPassword("isp-0001", RIGHT));
    assertOpened(check.sftpPassword("isp-0001", OTHER));

    for (int i = 0; i < 3; i++) {
      assertRefused(check.sftpPassword("isp-0001", WRONG), Reason.WRONG);
    }
    assertRefused(check.sftpPassword("isp-0001", OTHER), Reason.LOCKED);
    assertThat(sftp.list()).extracting(SftpCredentials.Entry::state).containsOnly("LOCKED");
    afterStart(LOCK);
    assertOpened(check.sftpPassword("isp-0001", OTHER));

    afterStart(Duration.ofHours(1).minusSeconds(1));
    assertOpened(check.sftpPassword("isp-0001", RIGHT));
    afterStart(Duration.ofHours(1));
    assertRefused(check.sftpPassword("isp-0001", RIGHT), Reason.WRONG);
    assertOpened(check.sftpPassword("isp-0001", OTHER));

    assertThat(sftp.revokeAll(isp, Way.PASSWORD)).isEqualTo(2);
    assertRefused(check.sftpPassword("isp-0001", OTHER), Reason.REVOKED);
    assertRefused(check.sftpPassword("isp-0002", OTHER), Reason.UNKNOWN);
  }

  @Test
  void anIspThatLeftTheRegisterOpensNothing() {
    SshPublicKey key = SshPublicKey.parse(SshPublicKeyTest.pub("ed25519"));
    sftp.addKeys(accounts.getSender("isp-0001"), List.of(key), null);
    String api = keys.add("a", accounts.getIsp("isp-0001"), List.of(), null).key();
    jdbc.update("UPDATE isps SET deleted_at = now() WHERE code = 'isp-0001'");

    assertRefused(check.sftpKey("isp-0001", key), Reason.REVOKED);
    assertRefused(check.apiKey(api), Reason.REVOKED);
    assertThat(keys.list()).extracting(ApiKeys.Entry::state).containsExactly("OWNER_REVOKED");
    assertThatThrownBy(() -> accounts.getSender("isp-0001")).hasMessageContaining("isp-0002");
  }

  @Test
  void scopesThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> keys.add("a", accounts.getIsp("isp-0001"), List.of("root"), null))
        .hasMessageStartingWith("Cannot use the scope \"root\": expected one of status.read,");
  }
}
