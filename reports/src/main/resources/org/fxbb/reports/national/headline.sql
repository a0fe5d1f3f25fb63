-- One row: who was looked at, and the numbers of the sentence on the cover.
WITH licensed AS (
  SELECT id
  FROM isps
  WHERE license_status = 'ACTIVE' AND deleted_at IS NULL
), verdicts AS (
  SELECT
    l.id,
    coalesce(bool_or(v.verdict = 'BREACHES'), false) AS breaches,
    coalesce(bool_or(v.verdict IN ('MEETS', 'BREACHES')), false) AS judged
  FROM licensed l
  LEFT JOIN sla_verdicts v
    ON v.isp_id = l.id AND v.level = 'ISP' AND v.period = :period AND v.policy_set = :policy_set
  GROUP BY l.id
), nation AS (
  SELECT
    max(statistic_value) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download,
    max(statistic_value) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency,
    max(statistic_value) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss,
    max(statistic_value) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability
  FROM sla_verdicts
  WHERE level = 'NATION' AND period = :period AND policy_set = :policy_set
)
SELECT
  'nation' AS row_key,
  (SELECT count(*) FROM verdicts) AS isps,
  (SELECT count(*) FROM verdicts WHERE judged) AS judged,
  (SELECT count(*) FROM verdicts WHERE breaches) AS breaching,
  (SELECT count(*) FROM verdicts WHERE NOT judged) AS unjudged,
  n.download,
  n.latency,
  n.loss,
  n.availability
FROM nation n
