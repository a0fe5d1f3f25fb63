-- Which files a month is made of: what reports balance and list. Inlined by the planner: it has no settings of its own.
CREATE OR REPLACE FUNCTION fxbb_files_of_month(p_period date, p_filing_end timestamptz)
RETURNS SETOF submission_files
LANGUAGE sql
STABLE
AS $$
  SELECT f.*
  FROM submission_files f
  CROSS JOIN LATERAL (
    SELECT p_period::timestamp AT TIME ZONE 'Asia/Dhaka' AS starts_at, (p_period + interval '1 month') AT TIME ZONE 'Asia/Dhaka' AS ends_at
  ) m
  WHERE f.inbox <> 'TRY'
    AND CASE
      WHEN f.period IS NOT NULL THEN f.period = p_period
      WHEN f.inbox = 'MANUAL' THEN f.received_at < p_filing_end
      WHEN f.covers_from < m.ends_at AND f.covers_to >= m.starts_at THEN true
      ELSE f.received_at >= m.starts_at AND f.received_at < p_filing_end AND coalesce(f.covers_to < m.ends_at, true)
    END;
$$;
COMMENT ON FUNCTION fxbb_files_of_month(date, timestamptz) IS 'Files that count for a month (its first day), Asia/Dhaka: filings of the month, registry files received before p_filing_end, dumps that cover any of it, and other files received from its first day to p_filing_end, exclusive, unless they cover later months.';
