package org.fxbb.cron.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check saw: once as data for machines, once in words for people.
 *
 * @param name key of the section in JSON, lower case with underscores
 * @param title heading for people
 * @param data everything the check saw, records or lists of them
 * @param listing the rows worth a look, or null when there are none
 * @param notes sentences below the rows
 * @param findings what should be changed; empty = all is well
 */
public record Section(
    String name,
    String title,
    Object data,
    @Nullable Listing listing,
    List<String> notes,
    List<Finding> findings) {}
