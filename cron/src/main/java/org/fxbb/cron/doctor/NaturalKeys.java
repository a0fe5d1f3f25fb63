package org.fxbb.cron.doctor;

import java.util.Map;
import java.util.Optional;

/** How an id of the database is told by the words of the feeds. */
final class NaturalKeys {

  private static final Map<String, Key> KEYS =
      Map.ofEntries(
          key("isp_id", "isps", "k_isp", "k_isp.code"),
          key("division_id", "geo_divisions", "k_div", "k_div.bbs_code"),
          key("district_id", "geo_districts", "k_dis", "k_dis.bbs_code"),
          key("license_category_id", "isp_license_categories", "k_lic", "k_lic.code"),
          key("upstream_type_id", "upstream_types", "k_ups", "k_ups.code"),
          key("agent_id", "software_agents", "k_age", "k_age.agent_uuid"),
          key("package_id", "packages", "k_pac", "k_pac.code"),
          key("discrepancy_rule_id", "discrepancy_rules", "k_rul", "k_rul.code"),
          key("field_officer_id", "field_officers", "k_off", "k_off.code"),
          key("installation_id", "app_installations", "k_ins", "k_ins.install_uuid"),
          key("notification_group_id", "notification_groups", "k_gro", "k_gro.code"),
          key("notification_channel_id", "notification_channels", "k_cha", "k_cha.address"),
          withOwner("network_element_id", "network_elements", "k_ele", "k_ele.code"),
          withOwner("incident_id", "incidents", "k_inc", "k_inc.incident_key"),
          withOwner("pop_id", "pops", "k_pop", "k_pop.code"),
          withOwner("snmp_target_id", "snmp_targets", "k_tar", "k_tar.target_key"));

  private NaturalKeys() {}

  /**
   * What stands for an id.
   *
   * @param join the LEFT JOIN that finds it, from a table named t
   * @param expression the natural key
   */
  record Key(String join, String expression) {}

  /** The natural key of an id column, or nothing when the column is no such id. */
  static Optional<Key> of(String column) {
    return Optional.ofNullable(KEYS.get(column));
  }

  private static Map.Entry<String, Key> key(
      String column, String table, String alias, String expression) {
    String join = "LEFT JOIN %s %s ON %s.id = t.%s".formatted(table, alias, alias, column);
    return Map.entry(column, new Key(join, expression));
  }

  /** Codes that are unique per ISP only come with the ISP's code. */
  private static Map.Entry<String, Key> withOwner(
      String column, String table, String alias, String expression) {
    String owner = alias + "_isp";
    String join =
        "LEFT JOIN %s %s ON %s.id = t.%s LEFT JOIN isps %s ON %s.id = %s.isp_id"
            .formatted(table, alias, alias, column, owner, owner, alias);
    return Map.entry(column, new Key(join, owner + ".code || '/' || " + expression));
  }
}
