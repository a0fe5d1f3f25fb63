DELETE FROM staged_{layout} s
USING staged_notices n
WHERE n.row_number = s.row_number AND n.severity = 'ERROR'
