SELECT 0 AS row_number, '' AS column_name, to_char(period, 'YYYY-MM') AS found, '' AS expected
FROM month_closings
WHERE period = :period AND data_closed_at <= :received_at
