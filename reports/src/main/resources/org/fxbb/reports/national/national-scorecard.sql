-- One row per parameter: the nation's figure against the target of the policy set in force on the first day.
WITH now AS (
  SELECT pop_id, parameter_code, attained
  FROM sla_verdicts
  WHERE level = 'POP' AND period = :period AND policy_set = :policy_set AND verdict IN ('MEETS', 'BREACHES')
), before AS (
  SELECT pop_id, parameter_code, attained
  FROM sla_verdicts
  WHERE level = 'POP' AND period = CAST(:period AS date) - interval '1 month' AND policy_set = :policy_set
    AND verdict IN ('MEETS', 'BREACHES')
), change AS (
  SELECT n.parameter_code, 100 * avg(n.attained - b.attained) AS change
  FROM now n
  JOIN before b ON b.pop_id = n.pop_id AND b.parameter_code = n.parameter_code
  GROUP BY n.parameter_code
)
SELECT
  q.code AS row_key,
  q.name_en AS parameter,
  q.name_bn AS parameter_bn,
  CASE t.statistic
    WHEN 'SHARE' THEN trim_scale(t.share_pct) || ' % of tests reach ' || trim_scale(t.value) || CASE WHEN q.unit = '% of reference' THEN ' %' ELSE '' END
    WHEN 'PERCENTILE' THEN 'p' || trim_scale(t.percentile) || ' at most ' || trim_scale(t.value) || ' ' || q.unit
    ELSE CASE t.threshold_type WHEN 'MIN' THEN 'at least ' ELSE 'at most ' END || trim_scale(t.value) || ' %'
  END AS target,
  v.statistic_value AS value,
  CASE q.unit WHEN 'ms' THEN 'MILLIS' WHEN '%' THEN 'PERCENT_FINE' ELSE 'PERCENT' END AS value_unit,
  100 * v.attained AS attained,
  100 * v.attained_low AS low,
  100 * v.attained_high AS high,
  100 * v.required AS required,
  coalesce(v.verdict, 'NOT_MEASURED') AS verdict,
  v.n AS tests,
  v.days,
  v.represented_pct AS represented,
  c.change
FROM qos_parameters q
LEFT JOIN sla_thresholds t
  ON t.parameter_code = q.code AND t.policy_set = :policy_set AND t.deleted_at IS NULL
  AND t.license_category = '' AND t.package_type = '' AND t.target_type = ''
  AND t.effective_date <= :period AND coalesce(t.expiry_date, 'infinity') > :period
LEFT JOIN sla_verdicts v
  ON v.parameter_code = q.code AND v.level = 'NATION' AND v.period = :period AND v.policy_set = :policy_set
LEFT JOIN change c ON c.parameter_code = q.code
ORDER BY q.sort_order
