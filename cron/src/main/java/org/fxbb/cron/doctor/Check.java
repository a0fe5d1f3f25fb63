package org.fxbb.cron.doctor;

/** One look at one side of the database; it changes nothing. */
@FunctionalInterface
public interface Check {

  /** Looks now. */
  Section examine();
}
