-- Rendered files, newest month first; national reports before scorecards.
SELECT
  g.report_code,
  to_char(g.period, 'YYYY-MM') AS period,
  coalesce(i.code, '') AS isp_code,
  g.bytes,
  g.provisional,
  g.file_path
FROM generated_reports g
LEFT JOIN isps i ON i.id = g.isp_id
WHERE (:period::date IS NULL OR g.period = :period)
  AND (:report::text IS NULL OR upper(g.report_code) = upper(:report))
ORDER BY g.period DESC, g.report_code COLLATE "C", i.code COLLATE "C" NULLS FIRST, g.file_path COLLATE "C"
