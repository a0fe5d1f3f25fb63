-- Outages that began in the month, by how many witnesses saw them.
SELECT (lower(replace(witness, '_', ' '))) COLLATE "C" AS name, count(*) AS amount
FROM outages
WHERE started_at >= :month::date::timestamp AT TIME ZONE 'Asia/Dhaka'
  AND started_at < (:month::date + INTERVAL '1 month') AT TIME ZONE 'Asia/Dhaka'
GROUP BY 1
ORDER BY name
