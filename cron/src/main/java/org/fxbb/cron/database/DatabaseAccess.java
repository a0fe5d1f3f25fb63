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

  @Override
  public String toString() {
    return "DatabaseAccess[%s, user %s]".formatted(place, user);
  }
}
