-- The findings of each ISP, band and direction only.
SELECT
  i.code || '-' || f.code AS row_key,
  i.code AS isp_code,
  f.code AS rule,
  r.name_en AS name,
  r.name_bn AS name_bn,
  coalesce(f.band, 'COULD_NOT_RUN') AS band,
  CASE WHEN f.band IN ('WARN', 'INVESTIGATE') THEN f.direction ELSE '' END AS direction,
  f.months_running,
  coalesce(f.did_not_run, '') AS why
FROM discrepancy_findings f
JOIN discrepancy_rules r ON r.code = f.code
JOIN isps i ON i.id = f.isp_id
WHERE f.period = :period
ORDER BY i.code, f.code
