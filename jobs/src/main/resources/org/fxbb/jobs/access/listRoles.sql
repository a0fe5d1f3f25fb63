SELECT code
FROM roles
ORDER BY sort_order
