-- What becomes a SERVICE violation of the month (spec 5.5): every parameter that an ISP breaches, with its PoPs' breaches as children;
-- and a PoP that breaches while its ISP does not, in its second month of three, at once if CRITICAL.
WITH breaches AS (
  SELECT v.*
  FROM sla_verdicts v
  WHERE v.policy_set = :policy_set
    AND v.period = :month
    AND v.verdict = 'BREACHES'
    AND v.level IN ('ISP', 'POP')
)
SELECT
  b.isp_id,
  i.code AS isp,
  b.pop_id,
  p.code AS pop,
  b.parameter_code,
  b.severity,
  parent.isp_id IS NOT NULL AND b.level = 'POP' AS has_parent
FROM breaches b
JOIN isps i ON i.id = b.isp_id
LEFT JOIN pops p ON p.id = b.pop_id
LEFT JOIN breaches parent
  ON parent.level = 'ISP'
  AND parent.isp_id = b.isp_id
  AND parent.parameter_code = b.parameter_code
WHERE b.level = 'ISP'
  OR parent.isp_id IS NOT NULL
  OR b.severity = 'CRITICAL'
  OR EXISTS (
    SELECT FROM sla_verdicts e
    WHERE e.policy_set = b.policy_set
      AND e.level = 'POP'
      AND e.subject_key = b.subject_key
      AND e.parameter_code = b.parameter_code
      AND e.verdict = 'BREACHES'
      AND e.period >= :month::date - interval '2 months'
      AND e.period < :month
  )
ORDER BY i.code, b.parameter_code, p.code NULLS FIRST
