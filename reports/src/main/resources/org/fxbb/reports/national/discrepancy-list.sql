-- Every finding outside OK, band and direction only.
SELECT
  f.code || '-' || i.code AS row_key,
  f.code AS rule,
  i.code AS isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  f.band,
  f.direction,
  f.months_running
FROM discrepancy_findings f
JOIN isps i ON i.id = f.isp_id
WHERE f.period = :period AND f.band IN ('WARN', 'INVESTIGATE')
ORDER BY f.band, f.code, i.code
