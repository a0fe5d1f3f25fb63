package org.fxbb.cron.database;

/**
 * How to reach the database as the configured login, which migrates and then hands over to the
 * roles of the pools.
 *
 * @param url JDBC address
 * @param user login name
 * @param password never printed
 * @param place the database as an operator would name it, for messages
 */
public record DatabaseAccess(String url, String user, String password, String place) {

  /** Another database of the same server, with the same login. */
  public DatabaseAccess toDatabase(String name) {
    return new DatabaseAccess(
        url.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name),
        user,
        password,
        "the database " + name);
  }

  @Override
  public String toString() {
    return "DatabaseAccess[%s, user %s]".formatted(place, user);
  }
}
