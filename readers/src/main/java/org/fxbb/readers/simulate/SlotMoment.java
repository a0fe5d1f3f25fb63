package org.fxbb.readers.simulate;

import java.time.LocalDate;

/**
 * One quarter hour at one PoP.
 *
 * @param day Asia/Dhaka
 * @param slot 0 to 95
 * @param start epoch second at which it starts
 * @param effect what is wrong in it
 * @param restart whether the polled device restarts in it
 */
record SlotMoment(LocalDate day, int slot, long start, SlotEffect effect, boolean restart) {

  /** Minute of the day, {@code minutes} after the start. */
  int minute(int minutes) {
    return slot * 15 + minutes;
  }
}
