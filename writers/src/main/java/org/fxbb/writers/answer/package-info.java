/** Answers to senders, written from the database. */
@NullMarked
package org.fxbb.writers.answer;

import org.jspecify.annotations.NullMarked;
