package org.fxbb.jobs.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fxbb.jobs.ingest.Registry.Agent;
import org.fxbb.jobs.ingest.Registry.Isp;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register as history files name it: every PoP by its code, whether or not an agent is assigned
 * to it. Immutable.
 *
 * <p><b>Source</b>: spec 4.7.
 */
final class HistoryRegister {
  private final Registry isps;
  private final Map<Long, Map<String, Long>> pops = new HashMap<>();

  private record PopRow(long id, long ispId, String code) {}

  private HistoryRegister(Registry isps) {
    this.isps = isps;
  }

  static HistoryRegister read(DataSource database) {
    HistoryRegister register = new HistoryRegister(Registry.read(database));
    JdbcClient.create(database)
        .sql(SqlText.of(HistoryRegister.class, "registryPops"))
        .query(PopRow.class)
        .list()
        .forEach(
            pop ->
                register
                    .pops
                    .computeIfAbsent(pop.ispId(), isp -> new HashMap<>())
                    .put(pop.code().toLowerCase(Locale.ROOT), pop.id()));
    return register;
  }

  boolean isEmpty() {
    return pops.isEmpty();
  }

  Registry isps() {
    return isps;
  }

  Optional<Isp> findIsp(String code) {
    return isps.findIspByCode(code);
  }

  Optional<Agent> findAgent(UUID uuid) {
    return isps.findAgent(uuid);
  }

  /** {@code pops.id} of a code of an ISP. */
  Optional<Long> findPop(long ispId, String code) {
    return Optional.ofNullable(
        pops.getOrDefault(ispId, Map.of()).get(code.toLowerCase(Locale.ROOT)));
  }
}
