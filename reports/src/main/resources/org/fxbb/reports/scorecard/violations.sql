-- The violations of each ISP, with the PoPs that belong to them counted.
SELECT
  v.id::text AS row_key,
  i.code AS isp_code,
  CASE
    WHEN v.parameter_code LIKE 'FILING_%' THEN 'Filing: ' || lower(substr(v.parameter_code, 8))
    ELSE coalesce(q.name_en, initcap(replace(v.parameter_code, '_', ' ')))
  END AS parameter,
  coalesce(q.name_bn, '') AS parameter_bn,
  coalesce(p.code, 'Whole ISP') AS place,
  v.severity,
  v.legal_effect AS effect,
  CASE v.status WHEN 'CONFIRMED' THEN 'Confirmed' ELSE 'Alleged (' || lower(v.status) || ')' END AS status,
  CASE v.status
    WHEN 'CONFIRMED' THEN 'নিশ্চিত'
    WHEN 'DETECTED' THEN 'কথিত (শনাক্ত)'
    WHEN 'NOTIFIED' THEN 'কথিত (অবহিত)'
    WHEN 'ACKNOWLEDGED' THEN 'কথিত (স্বীকৃত)'
    WHEN 'DISPUTED' THEN 'কথিত (বিরোধপূর্ণ)'
    WHEN 'RESOLVED' THEN 'কথিত (নিষ্পন্ন)'
    WHEN 'WAIVED' THEN 'কথিত (মওকুফ)'
  END AS status_bn,
  (SELECT count(*) FROM sla_violations k WHERE k.parent_violation_id = v.id AND k.deleted_at IS NULL) AS pops,
  v.id::text AS violation
FROM sla_violations v
JOIN isps i ON i.id = v.isp_id
LEFT JOIN qos_parameters q ON q.code = v.parameter_code
LEFT JOIN pops p ON p.id = v.pop_id
WHERE v.measurement_period_start = :period AND v.policy_set = :policy_set
  AND v.parent_violation_id IS NULL AND v.deleted_at IS NULL
ORDER BY i.code, array_position(ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], v.severity), q.sort_order NULLS LAST, v.parameter_code, p.code
