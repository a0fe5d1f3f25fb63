-- One row per parameter: how many licensed, active ISPs got which of the four verdicts.
SELECT
  q.code AS row_key,
  q.name_en AS parameter,
  q.name_bn AS parameter_bn,
  count(*) FILTER (WHERE v.verdict = 'MEETS') AS meets,
  count(*) FILTER (WHERE v.verdict = 'BREACHES') AS breaches,
  count(*) FILTER (WHERE v.verdict = 'INSUFFICIENT_EVIDENCE') AS insufficient,
  count(*) FILTER (WHERE coalesce(v.verdict, 'NOT_MEASURED') = 'NOT_MEASURED') AS not_measured,
  count(*) AS isps
FROM qos_parameters q
CROSS JOIN isps i
LEFT JOIN sla_verdicts v
  ON v.parameter_code = q.code AND v.isp_id = i.id AND v.level = 'ISP'
  AND v.period = :period AND v.policy_set = :policy_set
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
GROUP BY q.code, q.name_en, q.name_bn, q.sort_order
ORDER BY q.sort_order
