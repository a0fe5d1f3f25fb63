-- The seals printed in packs, as the report library remembers them.
SELECT DISTINCT
  audit_seal_no,
  audit_seal_sha256,
  report_code,
  to_char(period, 'YYYY-MM') AS period
FROM generated_reports
WHERE audit_seal_no IS NOT NULL
ORDER BY audit_seal_no, report_code, period
