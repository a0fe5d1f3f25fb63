package org.fxbb.readers.notice;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The documentation of a notice, written once and used for answers to senders and for {@code
 * RULES.md}.
 *
 * <p>In {@link #en}, {@link #bn}, {@link #fix} and {@link #fixBn} the words <code>{row}</code>,
 * <code>{column}</code>, <code>{found}</code> and <code>{expected}</code> are replaced by the facts
 * of the notice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NoticeText {
  /** The grade unless policy re-grades the rule. */
  Severity severity();

  /** What is wrong and what happened to it, in English. */
  String en();

  /** What is wrong and what happened to it, in Bangla. */
  String bn();

  /** What the sender should do, in English. */
  String fix();

  /** What the sender should do, in Bangla. */
  String fixBn();

  /** One example of a value or situation that raises the notice. */
  String example();
}
