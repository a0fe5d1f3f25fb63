INSERT INTO found_violations (id, parent_id, isp_id, pop_id, violation_type, parameter_code, severity, expected, actual)
SELECT id, parent_id, isp_id, pop_id, violation_type, parameter_code, severity, expected, actual
FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::double precision[], ?::double precision[])
  AS f (id, parent_id, isp_id, pop_id, violation_type, parameter_code, severity, expected, actual)
