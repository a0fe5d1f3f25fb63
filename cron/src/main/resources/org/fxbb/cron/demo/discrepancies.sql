-- Discrepancies of the month beyond their tolerance.
SELECT (r.code || ' ' || d.band) COLLATE "C" AS name, count(*) AS amount
FROM discrepancy_detections d
JOIN discrepancy_rules r ON r.id = d.discrepancy_rule_id
WHERE d.period = :month
  AND d.band <> 'OK'
GROUP BY 1
ORDER BY name
