-- What became of every row of the filings of the month, by feed, and a total.
SELECT
  CASE WHEN grouping(f.feed) = 1 THEN 'ALL' ELSE coalesce(f.feed, 'UNKNOWN') END AS row_key,
  CASE WHEN grouping(f.feed) = 1 THEN 'All feeds' ELSE coalesce(f.feed, 'unknown') END AS feed,
  CASE
    WHEN grouping(f.feed) = 1 THEN 'সব ফিড'
    ELSE
      CASE f.feed
        WHEN 'packages' THEN 'প্যাকেজ' WHEN 'subscribers' THEN 'গ্রাহক' WHEN 'pops' THEN 'পপ' WHEN 'revenue' THEN 'রাজস্ব'
        WHEN 'bandwidth' THEN 'ব্যান্ডউইডথ' WHEN 'incidents' THEN 'ঘটনা' WHEN 'complaints' THEN 'অভিযোগ' ELSE 'অজানা'
      END
  END AS feed_bn,
  count(*) AS files,
  count(*) FILTER (WHERE f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')) AS in_force,
  count(*) FILTER (WHERE f.state = 'SUPERSEDED') AS superseded,
  count(*) FILTER (WHERE f.state = 'REJECTED') AS refused,
  count(*) FILTER (WHERE f.state = 'DUPLICATE') AS repeats,
  count(*) FILTER (WHERE f.state IN ('RECEIVED', 'CHECKING', 'WAITING')) AS open,
  coalesce(sum(f.rows_received), 0) AS received,
  coalesce(sum(f.rows_loaded), 0) AS loaded,
  coalesce(sum(f.rows_quarantined), 0) AS quarantined,
  coalesce(sum(f.rows_duplicate), 0) AS duplicate,
  coalesce(sum(f.rows_rejected), 0) AS rejected,
  grouping(f.feed) = 1 AS is_total
FROM submission_files f
WHERE f.period = :period AND f.inbox = 'FILING'
GROUP BY GROUPING SETS ((f.feed), ())
ORDER BY grouping(f.feed), f.feed
