SELECT code
FROM qos_parameters
ORDER BY sort_order
