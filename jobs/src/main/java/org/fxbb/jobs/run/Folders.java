package org.fxbb.jobs.run;

import java.nio.file.Path;

/**
 * The folders of the engine, absolute, as configured by {@code fxbb.drop-area}, {@code
 * fxbb.archive}, {@code fxbb.output} and {@code fxbb.var}. A bean of the application.
 *
 * <p><b>Source</b>: spec 4.1 and 7.3.
 *
 * @param dropArea where files arrive and answers are left
 * @param archive where every received file is kept, by month of arrival and content hash
 * @param output where report packs are written
 * @param var everything else the engine keeps: embedded database, keys, logs
 */
public record Folders(Path dropArea, Path archive, Path output, Path var) {}
