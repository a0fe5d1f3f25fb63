package org.fxbb.jobs.verdict;

import java.util.Map;
import java.util.Set;

/**
 * Active subscribers by ISP and district, from the last month filed before the period (or the
 * period's own where there is none before).
 *
 * @param byDistrict ISP id to district code to subscribers; subscribers without a district stand
 *     under the empty code
 */
public record Subscribers(Map<Long, Map<String, Long>> byDistrict) {

  /** Subscribers of an ISP in a district; 0 where none were filed. */
  public long in(long isp, String district) {
    return byDistrict.getOrDefault(isp, Map.of()).getOrDefault(district, 0L);
  }

  /** All subscribers of an ISP; 0 where unknown. */
  public long of(long isp) {
    return byDistrict.getOrDefault(isp, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Subscribers of an ISP in any of the districts. */
  public long in(long isp, Set<String> districts) {
    return districts.stream().mapToLong(d -> in(isp, d)).sum();
  }
}
