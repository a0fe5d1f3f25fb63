DELETE FROM staged_{layout} s
USING staged_submissions b
WHERE b.submission_id = s.submission_id AND b.is_duplicate
