-- One row per rule: in which band its findings fell; a rule that could not run is neither good nor bad.
SELECT
  r.code AS row_key,
  r.code AS rule,
  r.name_en AS name,
  r.name_bn AS name_bn,
  count(*) FILTER (WHERE f.band = 'OK') AS ok,
  count(*) FILTER (WHERE f.band = 'WARN') AS warn,
  count(*) FILTER (WHERE f.band = 'INVESTIGATE') AS investigate,
  count(f.did_not_run) AS did_not_run,
  count(f.isp_id) AS isps,
  count(*) FILTER (WHERE f.band IN ('WARN', 'INVESTIGATE') AND f.direction = 'OVER') AS over,
  count(*) FILTER (WHERE f.band IN ('WARN', 'INVESTIGATE') AND f.direction = 'UNDER') AS under
FROM discrepancy_rules r
LEFT JOIN discrepancy_findings f ON f.code = r.code AND f.period = :period
WHERE r.active
GROUP BY r.code, r.name_en, r.name_bn
ORDER BY r.code
