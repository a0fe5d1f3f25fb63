-- The month of a filing that is needed and not in force; no row where it is.
SELECT to_char(m.month, 'YYYY-MM') AS month
FROM (SELECT (CAST(:period AS date) - make_interval(months => :months_before))::date AS month) m
WHERE NOT EXISTS (
  SELECT FROM filing_feeds f
  WHERE f.isp_id = :isp_id AND f.period = m.month AND f.feed = :feed AND f.in_force_file_id IS NOT NULL)
