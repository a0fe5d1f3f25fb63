package org.fxbb.jobs.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fxbb.jobs.access.Account.Kind;
import org.fxbb.readers.name.Nearest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the users, ISPs and agents that an operator names.
 *
 * <p><b>Errors</b>: {@link IllegalArgumentException} with the nearest names that exist.
 */
public final class Accounts {
  private static final int NEAREST = 5;

  private final JdbcClient jdbc;

  /** Accounts in the database of this pool. */
  public Accounts(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** The user of this login, also a revoked one. */
  public Account getUser(String login) {
    return find(Kind.USER, login, "SELECT id FROM users WHERE login = :name AND deleted_at IS NULL")
        .orElseThrow(() -> unknown(Kind.USER, login, "SELECT login FROM users"));
  }

  /** The ISP of this code. */
  public Account getIsp(String code) {
    return findIsp(code)
        .orElseThrow(
            () -> unknown(Kind.ISP, code, "SELECT code FROM isps WHERE deleted_at IS NULL"));
  }

  /** The agent of this UUID. */
  public Account getAgent(String uuid) {
    return findAgent(uuid)
        .orElseThrow(
            () ->
                unknown(
                    Kind.AGENT,
                    uuid,
                    "SELECT agent_uuid::text FROM software_agents WHERE deleted_at IS NULL"));
  }

  /** The ISP or agent whose SFTP account this is. */
  public Account getSender(String account) {
    return findAgent(account).orElseGet(() -> getIsp(account));
  }

  private Optional<Account> findIsp(String code) {
    return find(Kind.ISP, code, "SELECT id FROM isps WHERE code = :name AND deleted_at IS NULL");
  }

  private Optional<Account> findAgent(String uuid) {
    return isUuid(uuid)
        ? find(
            Kind.AGENT,
            uuid.toLowerCase(java.util.Locale.ROOT),
            "SELECT id FROM software_agents WHERE agent_uuid = :name::uuid AND deleted_at IS NULL")
        : Optional.empty();
  }

  private Optional<Account> find(Kind kind, String name, String sql) {
    return jdbc.sql(sql)
        .param("name", name)
        .query(Long.class)
        .optional()
        .map(id -> new Account(kind, id, name));
  }

  private IllegalArgumentException unknown(Kind kind, String name, String sql) {
    List<String> nearest = Nearest.list(name, jdbc.sql(sql).query(String.class).list(), NEAREST);
    return new IllegalArgumentException(
        "Cannot find the %s \"%s\": expected one that is registered, found none. %s"
            .formatted(
                kind.word(),
                name,
                nearest.isEmpty()
                    ? "There is no %s yet.".formatted(kind.word())
                    : "Nearest: " + String.join(", ", nearest) + "."));
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
