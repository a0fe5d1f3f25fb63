-- What does not add up: no row means that the pack may be released.
WITH files AS (
  SELECT *
  FROM fxbb_files_of_month(:period, :filing_end_at)
)
SELECT 'file ' || f.sender || '/' || f.file_name || ': rows received against loaded + quarantined + duplicate + rejected' AS what,
  f.rows_received::numeric AS expected,
  (f.rows_loaded + f.rows_quarantined + f.rows_duplicate + f.rows_rejected)::numeric AS found
FROM files f
WHERE f.rows_received IS DISTINCT FROM f.rows_loaded + f.rows_quarantined + f.rows_duplicate + f.rows_rejected
UNION ALL
SELECT 'file ' || f.sender || '/' || f.file_name || ': rows_quarantined against its rows in quarantine',
  f.rows_quarantined, count(q.submission_file_id)
FROM files f
LEFT JOIN quarantined_rows q ON q.submission_file_id = f.id AND q.file_received_at = f.received_at AND q.record_kind IN ('ROW', 'RECORD')
  AND q.file_received_at >= (SELECT min(received_at) FROM files) AND q.file_received_at <= (SELECT max(received_at) FROM files)
WHERE f.rows_quarantined IS NOT NULL AND f.state <> 'REJECTED'
  -- Of files whose month of quarantine was archived, nothing is left to compare.
  AND NOT EXISTS (
    SELECT 1 FROM partition_archives a
    WHERE a.parent_table = 'quarantined_rows' AND a.state = 'DROPPED'
      AND (f.received_at AT TIME ZONE 'Asia/Dhaka')::date >= a.range_from
      AND (f.received_at AT TIME ZONE 'Asia/Dhaka')::date < a.range_to)
GROUP BY f.id, f.sender, f.file_name, f.rows_quarantined
HAVING f.rows_quarantined <> count(q.submission_file_id)
UNION ALL
SELECT 'licensed, active ISPs against rows in compliance_scores', count(*), count(s.isp_id)
FROM isps i
LEFT JOIN compliance_scores s ON s.isp_id = i.id AND s.score_month = :period AND s.policy_set = :policy_set
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
HAVING count(*) <> count(s.isp_id)
UNION ALL
SELECT 'active PoPs against active PoPs with a known district', count(*), count(g.district_code)
FROM pops p
LEFT JOIN geo_locations g ON g.location_code = p.location_code
WHERE p.status = 'ACTIVE' AND p.deleted_at IS NULL
HAVING count(*) <> count(g.district_code)
UNION ALL
SELECT 'outages of the month against outages of known PoPs', count(*), count(p.id)
FROM outages o
LEFT JOIN pops p ON p.id = o.pop_id AND p.isp_id = o.isp_id
WHERE o.started_at >= :period_start_at AND o.started_at < :period_end_at
HAVING count(*) <> count(p.id)
ORDER BY what
