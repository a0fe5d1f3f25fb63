SELECT row_number, 'resolved' AS column_name, resolved::text AS found, received::text AS expected
FROM staged_filing_complaints
WHERE resolved > received
ORDER BY row_number
