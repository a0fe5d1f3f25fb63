-- Rendered files of the month by report.
SELECT report_code COLLATE "C" AS name, count(*) AS amount
FROM generated_reports
WHERE period = :month
GROUP BY 1
ORDER BY name
