-- The row balance over all checked files: received = loaded + quarantined + duplicate + rejected.
SELECT
  'rows of filings, registry and dumps' AS what,
  coalesce(sum(rows_received), 0)::bigint AS received,
  coalesce(sum(rows_loaded), 0)::bigint AS loaded,
  coalesce(sum(rows_quarantined), 0)::bigint AS quarantined,
  coalesce(sum(rows_duplicate), 0)::bigint AS duplicate,
  coalesce(sum(rows_rejected), 0)::bigint AS rejected
FROM submission_files
WHERE inbox <> 'TRY'
UNION ALL
SELECT
  'submissions (lines of dumps)',
  coalesce(sum(submissions_received), 0)::bigint,
  coalesce(sum(submissions_loaded), 0)::bigint,
  coalesce(sum(submissions_quarantined), 0)::bigint,
  coalesce(sum(submissions_duplicate), 0)::bigint,
  coalesce(sum(submissions_rejected), 0)::bigint
FROM submission_files
WHERE inbox <> 'TRY'
