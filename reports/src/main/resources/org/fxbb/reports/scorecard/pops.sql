-- One row per active PoP: what its line reached and how many parameters it breaches.
WITH verdicts AS (
  SELECT
    pop_id,
    max(statistic_value) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download,
    max(statistic_value) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency,
    max(statistic_value) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss,
    max(statistic_value) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability_mark,
    count(*) FILTER (WHERE verdict IN ('MEETS', 'BREACHES')) AS judged,
    count(*) FILTER (WHERE verdict = 'BREACHES') AS breaches
  FROM sla_verdicts
  WHERE level = 'POP' AND period = :period AND policy_set = :policy_set
  GROUP BY pop_id
)
SELECT
  i.code || '-' || p.code AS row_key,
  i.code AS isp_code,
  p.code,
  d.name_en AS district,
  d.name_bn AS district_bn,
  v.download, v.download_mark,
  v.latency, v.latency_mark,
  v.loss, v.loss_mark,
  v.availability, v.availability_mark,
  v.judged,
  CASE WHEN v.judged > 0 THEN v.breaches END AS breaches
FROM pops p
JOIN isps i ON i.id = p.isp_id AND i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
JOIN geo_locations g ON g.location_code = p.location_code
LEFT JOIN geo_districts d ON d.bbs_code = g.district_code
LEFT JOIN verdicts v ON v.pop_id = p.id
WHERE p.status = 'ACTIVE' AND p.deleted_at IS NULL
  AND p.valid_from < :period_end AND coalesce(p.valid_to, 'infinity') > :period
ORDER BY i.code, p.code
