package org.fxbb.cron.doctor;

/**
 * Something in the database that an operator should change.
 *
 * @param section name of the section that found it
 * @param what it is about
 * @param expected how it should be
 * @param found how it is
 * @param advice what to do
 */
public record Finding(String section, String what, String expected, String found, String advice) {

  /** The finding in two sentences. */
  public String text() {
    return "%s: expected %s, found %s. %s".formatted(what, expected, found, advice);
  }
}
