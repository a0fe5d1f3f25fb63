SELECT
  EXISTS (SELECT 1 FROM quarantined_rows WHERE submission_file_id = :file AND file_received_at = :received_at)
  OR EXISTS (
    SELECT 1 FROM submission_notices
    WHERE submission_file_id = :file AND file_received_at = :received_at AND severity = 'ERROR' AND row_number IS NOT NULL)
