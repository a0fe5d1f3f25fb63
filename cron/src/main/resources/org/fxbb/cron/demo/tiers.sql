-- How many ISPs are in which tier.
SELECT compliance_tier COLLATE "C" AS name, count(*) AS amount
FROM compliance_scores
WHERE score_month = :month
GROUP BY 1
ORDER BY amount DESC, name
