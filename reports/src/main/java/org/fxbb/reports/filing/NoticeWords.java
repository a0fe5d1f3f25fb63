package org.fxbb.reports.filing;

import org.fxbb.reports.table.Label;

/**
 * What a notice says, without the facts of a case.
 *
 * @param meaning what is wrong
 * @param fix what to do
 */
public record NoticeWords(Label meaning, Label fix) {}
