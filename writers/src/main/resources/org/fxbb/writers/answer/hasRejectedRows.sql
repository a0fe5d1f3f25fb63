SELECT
  EXISTS (SELECT 1 FROM quarantined_rows WHERE submission_file_id = :file)
  OR EXISTS (
    SELECT 1 FROM submission_notices
    WHERE submission_file_id = :file AND severity = 'ERROR' AND row_number IS NOT NULL)
