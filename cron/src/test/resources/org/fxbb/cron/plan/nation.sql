-- Enough rows, over enough months, for the planner to choose as it would in a nation.
SET session_replication_role = replica;
SELECT fxbb_make_partitions(parent_table, '2025-10-01', '2026-04-30') FROM partition_policies;
INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, license_status)
SELECT 'isp-' || n, 'L' || n, 'ISP ' || n, 1 + n % 4, 'ACTIVE' FROM generate_series(1, 60) n;
INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from)
SELECT 1 + n % 60, 'p' || n, 'PoP ' || n, '3026', 'ACTIVE', '2025-01-01' FROM generate_series(1, 100) n;
INSERT INTO snmp_targets (isp_id, pop_id, target_key, upstream_type_id, origin)
SELECT p.isp_id, p.id, 't' || n, n, 'SEEN' FROM pops p CROSS JOIN generate_series(1, 4) n;
INSERT INTO availability_slots (pop_id, isp_id, slot_start, status, slot_value, reason)
SELECT p.id, p.isp_id, t, CASE WHEN p.id % 50 = 0 THEN 'UNKNOWN' ELSE 'AVAILABLE' END, 1, ''
FROM generate_series(timestamptz '2025-11-01 00:00+06', timestamptz '2026-01-31 23:45+06', interval '15 minutes') t
CROSS JOIN pops p;
INSERT INTO qos_pop_day_values (pop_id, isp_id, day, parameter_code, busy, samples, failures, tests, due)
SELECT p.id, p.isp_id, d, q.code, b.busy, ARRAY[1, 2, 3, 4, 5, 6, 7, 8]::real[], 0, 8, 16
FROM generate_series(date '2025-11-01', date '2026-01-31', interval '1 day') d
CROSS JOIN pops p
CROSS JOIN qos_parameters q
CROSS JOIN (VALUES (true), (false)) b (busy);
INSERT INTO ts_interface_metrics (time, isp_id, pop_id, snmp_target_id, upstream_type_id, poll_status, in_bps, out_bps, data_quality, submission_id)
SELECT t, s.isp_id, s.pop_id, s.id, s.upstream_type_id, 'SUCCESS', 1, 1, 'RELIABLE', 1
FROM generate_series(timestamptz '2026-01-14 00:00+06', timestamptz '2026-01-16 23:55+06', interval '5 minutes') t
CROSS JOIN snmp_targets s;
INSERT INTO sla_verdicts (policy_set, period, level, subject_key, isp_id, pop_id, parameter_code, verdict)
SELECT 'btrc-poc-2026', m, 'POP', 'pop ' || p.id, p.isp_id, p.id, q.code, 'MEETS'
FROM generate_series(date '2024-02-01', date '2026-01-01', interval '1 month') m
CROSS JOIN pops p
CROSS JOIN qos_parameters q;
INSERT INTO sla_verdicts (policy_set, period, level, subject_key, isp_id, parameter_code, verdict)
SELECT 'btrc-poc-2026', m, 'ISP', i.code, i.id, q.code, 'MEETS'
FROM generate_series(date '2024-02-01', date '2026-01-01', interval '1 month') m
CROSS JOIN isps i
CROSS JOIN qos_parameters q;
INSERT INTO sla_violations (id, isp_id, violation_type, parameter_code, measurement_period_start, measurement_period_end, verdict, severity, legal_effect, scored, policy_set, detected_at)
SELECT gen_random_uuid(), i.id, 'SERVICE', q.code, m, m + 27, 'BREACHES', 'LOW', 'INDICATIVE', true, 'btrc-poc-2026', now()
FROM generate_series(date '2024-02-01', date '2026-01-01', interval '1 month') WITH ORDINALITY t (at, n)
CROSS JOIN LATERAL (SELECT t.at::date AS m) x
CROSS JOIN isps i
CROSS JOIN qos_parameters q;
INSERT INTO filing_feeds (isp_id, period, feed, state, late_days)
SELECT i.id, m, f.feed, 'ON_TIME', 0
FROM generate_series(date '2024-02-01', date '2026-01-01', interval '1 month') m
CROSS JOIN isps i
CROSS JOIN (VALUES ('packages'), ('subscribers'), ('pops'), ('revenue')) f (feed);
INSERT INTO submission_notices (file_received_at, submission_file_id, code, severity, message_en, message_bn, fix_en)
SELECT t, extract(epoch FROM t)::bigint / 600, 'x', 'ERROR', '', '', ''
FROM generate_series(timestamptz '2025-12-01 00:00+06', timestamptz '2026-02-28 23:50+06', interval '10 minutes') t
CROSS JOIN generate_series(1, 5);
SELECT fxbb_analyze(parent_table) FROM partition_policies;
ANALYZE;
