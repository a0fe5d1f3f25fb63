package org.fxbb.readers.feed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that {@link FilingRules} judge by, as the policy in force for the filed month gives
 * them; a number that is null switches its rule off.
 *
 * @param vatRatePct VAT on internet service, percent
 * @param priceCapBdt highest monthly price of a residential package by speed, Mbit/s; between two
 *     speeds pro rata, outside them no cap
 * @param mostContention n of the highest contention ratio 1:n
 */
public record FilingPolicy(
    @Nullable BigDecimal vatRatePct,
    NavigableMap<BigDecimal, BigDecimal> priceCapBdt,
    @Nullable BigDecimal mostContention) {

  /** Keeps a copy. */
  public FilingPolicy {
    priceCapBdt = new TreeMap<>(priceCapBdt);
  }

  /** No numbers: rules that need one do not run. */
  public static FilingPolicy none() {
    return new FilingPolicy(null, new TreeMap<>(), null);
  }

  /** The cap for a speed; null where there is none. */
  @Nullable BigDecimal capFor(BigDecimal mbps) {
    Map.Entry<BigDecimal, BigDecimal> low = priceCapBdt.floorEntry(mbps);
    Map.Entry<BigDecimal, BigDecimal> high = priceCapBdt.ceilingEntry(mbps);
    if (low == null || high == null) {
      return null;
    }
    if (low.getKey().compareTo(high.getKey()) == 0) {
      return low.getValue();
    }
    BigDecimal part =
        mbps.subtract(low.getKey())
            .divide(high.getKey().subtract(low.getKey()), MathContext.DECIMAL64);
    return low.getValue().add(high.getValue().subtract(low.getValue()).multiply(part));
  }
}
