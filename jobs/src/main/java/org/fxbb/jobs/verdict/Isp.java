package org.fxbb.jobs.verdict;

/**
 * An active licensed ISP.
 *
 * @param id of {@code isps}
 * @param code stable code
 * @param licenseCategory code of its licence category
 */
public record Isp(long id, String code, String licenseCategory) {}
