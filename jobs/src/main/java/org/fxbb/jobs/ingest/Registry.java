package org.fxbb.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of ISPs, PoPs and agents as it was when a step began. Immutable.
 *
 * <p><b>Source</b>: spec 4.8: in dumps {@code isp_id} may be a code, a licence number or a database
 * id, {@code pop_id} a code or a database id.
 */
public final class Registry {
  private final Map<String, Isp> ispsByName = new HashMap<>();
  private final Map<String, Isp> ispsByCode = new HashMap<>();
  private final Map<UUID, Agent> agents = new HashMap<>();

  /**
   * An ISP.
   *
   * @param id {@code isps.id}
   * @param code such as {@code isp-0142}
   * @param licence BTRC licence number
   */
  public record Isp(long id, String code, String licence) {}

  /**
   * A PoP that an agent speaks for.
   *
   * @param popId {@code pops.id}
   * @param popCode its code within the ISP
   * @param validFrom first day, Asia/Dhaka
   * @param validTo last day, null = still assigned
   */
  public record Assignment(
      long popId, String popCode, LocalDate validFrom, @Nullable LocalDate validTo) {}

  /**
   * An agent.
   *
   * @param id {@code software_agents.id}
   * @param uuid as in the names of its dumps
   * @param type SNMP_AGENT or QOS_AGENT
   * @param isp whose PoPs it measures
   * @param assignments PoPs it speaks for, past ones included
   */
  public record Agent(long id, UUID uuid, String type, Isp isp, List<Assignment> assignments) {

    private void addAssignment(AgentRow row) {
      String code = row.popCode();
      LocalDate from = row.validFrom();
      if (code != null && from != null) {
        assignments.add(new Assignment(row.popId(), code, from, row.validTo()));
      }
    }

    /** The PoP that a dump means by a code or a database id, where the agent speaks for it. */
    public Optional<Assignment> findPop(String text) {
      for (Assignment assignment : assignments) {
        if (assignment.popCode().equalsIgnoreCase(text)
            || Long.toString(assignment.popId()).equals(text)) {
          return Optional.of(assignment);
        }
      }
      return Optional.empty();
    }

    /** The only PoP of the agent, or null where it has none or several. */
    public @Nullable Long onlyPop() {
      long distinct = assignments.stream().mapToLong(Assignment::popId).distinct().count();
      return distinct == 1 ? assignments.get(0).popId() : null;
    }

    /** Codes of its PoPs, for a notice. */
    public String popCodes() {
      return String.join(", ", assignments.stream().map(Assignment::popCode).distinct().toList());
    }
  }

  private record AgentRow(
      long id,
      UUID agentUuid,
      String agentType,
      long ispId,
      long popId,
      @Nullable String popCode,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  private Registry() {}

  /** Reads the register. */
  public static Registry read(DataSource database) {
    JdbcClient client = JdbcClient.create(database);
    Registry registry = new Registry();
    Map<Long, Isp> byId = new HashMap<>();
    for (Isp isp : client.sql(sql("registryIsps")).query(Isp.class).list()) {
      byId.put(isp.id(), isp);
      registry.ispsByName.put(Long.toString(isp.id()), isp);
      registry.ispsByCode.put(isp.code().toLowerCase(Locale.ROOT), isp);
    }
    byId.values().forEach(isp -> registry.ispsByName.put(isp.licence(), isp));
    byId.values().forEach(isp -> registry.ispsByName.put(isp.code(), isp));
    for (AgentRow row : client.sql(sql("registryAgents")).query(AgentRow.class).list()) {
      Isp isp = byId.get(row.ispId());
      if (isp != null) {
        registry
            .agents
            .computeIfAbsent(
                row.agentUuid(),
                uuid -> new Agent(row.id(), uuid, row.agentType(), isp, new ArrayList<>()))
            .addAssignment(row);
      }
    }
    return registry;
  }

  /** The ISP with a code, licence number or database id. */
  public Optional<Isp> findIsp(String text) {
    return Optional.ofNullable(ispsByName.get(text));
  }

  /** Whether no list of ISPs has been loaded yet. */
  public boolean isEmpty() {
    return ispsByCode.isEmpty();
  }

  /** The ISP whose folder has a name; codes are matched without case. */
  public Optional<Isp> findIspByCode(String code) {
    return Optional.ofNullable(ispsByCode.get(code.toLowerCase(Locale.ROOT)));
  }

  /** The agent with a uuid. */
  public Optional<Agent> findAgent(UUID uuid) {
    return Optional.ofNullable(agents.get(uuid));
  }

  private static String sql(String name) {
    return SqlText.of(Registry.class, name);
  }
}
