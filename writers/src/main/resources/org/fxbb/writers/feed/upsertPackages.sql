INSERT INTO packages (isp_id, code, name_en, name_bn, package_type, connection_type, status, last_month)
SELECT :isp_id, package_code, package_name, package_name_bn, package_type, connection_type, upper(status), :period
FROM staged_filing_packages
ON CONFLICT (isp_id, code) WHERE deleted_at IS NULL DO UPDATE
SET name_en = excluded.name_en,
  name_bn = excluded.name_bn,
  package_type = excluded.package_type,
  connection_type = excluded.connection_type,
  status = excluded.status,
  last_month = excluded.last_month,
  updated_at = :now
WHERE packages.last_month <= excluded.last_month
