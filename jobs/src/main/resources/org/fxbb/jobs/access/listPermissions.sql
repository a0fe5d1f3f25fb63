SELECT code
FROM permissions
ORDER BY sort_order
