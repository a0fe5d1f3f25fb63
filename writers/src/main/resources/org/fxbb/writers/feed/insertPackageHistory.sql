-- Each value of a package that differs from the month filed before, and packages that came or went.
INSERT INTO package_history (isp_id, package_id, column_name, old_value, new_value, valid_from, submission_id)
WITH months AS (
  SELECT
    snapshot_month AS month,
    lag(snapshot_month) OVER (ORDER BY snapshot_month) AS month_before,
    lag(snapshot_month) OVER (ORDER BY snapshot_month) < :period AND snapshot_month > :period AS skips_this,
    submission_id
  FROM (
    SELECT snapshot_month, max(submission_id) AS submission_id
    FROM package_snapshots
    WHERE isp_id = :isp_id
    GROUP BY snapshot_month
  ) filed
),
touched AS (
  SELECT month, month_before, submission_id
  FROM months
  WHERE month_before IS NOT NULL
    AND (month = :period OR month_before = :period OR skips_this)
),
pairs AS (
  SELECT t.month, t.submission_id, n.package_id, n AS now_filed, o AS before_filed
  FROM touched t
  JOIN package_snapshots n ON n.isp_id = :isp_id AND n.snapshot_month = t.month
  LEFT JOIN package_snapshots o ON o.isp_id = :isp_id AND o.snapshot_month = t.month_before AND o.package_id = n.package_id
  UNION ALL
  SELECT t.month, t.submission_id, o.package_id, NULL, o
  FROM touched t
  JOIN package_snapshots o ON o.isp_id = :isp_id AND o.snapshot_month = t.month_before
  WHERE NOT EXISTS (
    SELECT FROM package_snapshots n
    WHERE n.isp_id = :isp_id AND n.snapshot_month = t.month AND n.package_id = o.package_id)
)
SELECT :isp_id, p.package_id, c.column_name, c.old_value, c.new_value, p.month, p.submission_id
FROM pairs p
CROSS JOIN LATERAL (
  SELECT 'filed' AS column_name, (p.before_filed IS DISTINCT FROM NULL)::text AS old_value, (p.now_filed IS DISTINCT FROM NULL)::text AS new_value
  UNION ALL
  SELECT v.column_name, v.old_value, v.new_value
  FROM (
    VALUES
      ('package_name', (p.before_filed).package_name, (p.now_filed).package_name),
      ('package_type', (p.before_filed).package_type, (p.now_filed).package_type),
      ('status', (p.before_filed).status, (p.now_filed).status),
      ('download_speed_mbps', (p.before_filed).download_speed_mbps::text, (p.now_filed).download_speed_mbps::text),
      ('upload_speed_mbps', (p.before_filed).upload_speed_mbps::text, (p.now_filed).upload_speed_mbps::text),
      ('mir_mbps', (p.before_filed).mir_mbps::text, (p.now_filed).mir_mbps::text),
      ('cir_mbps', (p.before_filed).cir_mbps::text, (p.now_filed).cir_mbps::text),
      ('price_bdt', (p.before_filed).price_bdt::text, (p.now_filed).price_bdt::text),
      ('price_includes_vat', (p.before_filed).price_includes_vat::text, (p.now_filed).price_includes_vat::text),
      ('data_cap_gb', (p.before_filed).data_cap_gb::text, (p.now_filed).data_cap_gb::text),
      ('has_fup', (p.before_filed).has_fup::text, (p.now_filed).has_fup::text),
      ('fup_threshold_gb', (p.before_filed).fup_threshold_gb::text, (p.now_filed).fup_threshold_gb::text),
      ('fup_speed_mbps', (p.before_filed).fup_speed_mbps::text, (p.now_filed).fup_speed_mbps::text),
      ('contention_ratio', (p.before_filed).contention_ratio::text, (p.now_filed).contention_ratio::text),
      ('contract_months', (p.before_filed).contract_months::text, (p.now_filed).contract_months::text),
      ('installation_fee_bdt', (p.before_filed).installation_fee_bdt::text, (p.now_filed).installation_fee_bdt::text)
  ) v (column_name, old_value, new_value)
  WHERE p.before_filed IS DISTINCT FROM NULL AND p.now_filed IS DISTINCT FROM NULL
) c
WHERE c.old_value IS DISTINCT FROM c.new_value
