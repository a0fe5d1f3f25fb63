package org.fxbb.cron.doctor;

import java.util.List;

/**
 * Rows for people to read, already in words.
 *
 * @param headings one per column
 * @param rows as many cells each as there are headings
 */
public record Listing(List<String> headings, List<List<String>> rows) {}
