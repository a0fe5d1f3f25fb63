INSERT INTO complaint_aggregates (isp_id, snapshot_month, category, received, resolved, mttr_hours, submission_id)
SELECT :isp_id, :period, category, received, resolved, mttr_hours, :submission_id
FROM staged_filing_complaints
