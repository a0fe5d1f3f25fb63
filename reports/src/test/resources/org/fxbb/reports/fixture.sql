-- A small nation in January 2026: 14 ISPs (one without agents), 28 PoPs, every table that the reports read.
SELECT fxbb_make_partitions('qos_pop_day_values', DATE '2026-01-01', DATE '2026-01-31');
SELECT fxbb_make_partitions('availability_slots', DATE '2026-01-01', DATE '2026-01-31');
SELECT fxbb_make_partitions('api_submissions', DATE '2026-01-01', DATE '2026-01-31');
SELECT fxbb_make_partitions('quarantined_rows', DATE '2026-02-01', DATE '2026-02-28');

INSERT INTO isps (code, btrc_license_no, name_en, name_bn, license_category_id, license_status)
SELECT
  'isp-' || lpad(n::text, 4, '0'),
  '14.32.0000.702.60.' || lpad(n::text, 3, '0') || '.26.' || n,
  (ARRAY['Padma', 'Meghna', 'Jamuna', 'Karnaphuli', 'Surma', 'Teesta', 'Dharla'])[1 + n % 7] || ' ' || (ARRAY['Broadband', 'Networks'])[1 + n % 2] || ' Limited',
  (ARRAY['পদ্মা', 'মেঘনা', 'যমুনা', 'কর্ণফুলী', 'সুরমা', 'তিস্তা', 'ধরলা'])[1 + n % 7] || ' ' || (ARRAY['ব্রডব্যান্ড', 'নেটওয়ার্কস'])[1 + n % 2] || ' লিমিটেড',
  1 + n % 4,
  'ACTIVE'
FROM generate_series(1, 14) AS n;
UPDATE isps SET name_en = '=SUM(A1) Net', name_bn = NULL WHERE code = 'isp-0013';

INSERT INTO pops (isp_id, code, name_en, name_bn, category_code, location_code, status, valid_from)
SELECT i.id, 'pop-' || lpad(k::text, 2, '0'), d.name_en || ' PoP', d.name_bn || ' পপ', 'EDGE_POP', d.bbs_code, 'ACTIVE', DATE '2025-01-01'
FROM isps i
CROSS JOIN generate_series(1, 2) AS k
JOIN (SELECT bbs_code, name_en, name_bn, row_number() OVER (ORDER BY bbs_code) AS r FROM geo_districts) d
  ON d.r = 1 + (i.id * 9 + k * 17) % 64;

INSERT INTO software_agents (agent_uuid, agent_type, isp_id, reference_download_mbps, reference_upload_mbps, valid_from)
SELECT md5('agent ' || p.id)::uuid, 'QOS_AGENT', p.isp_id, 20, 20, DATE '2025-01-01'
FROM pops p JOIN isps i ON i.id = p.isp_id WHERE i.code <> 'isp-0014';
INSERT INTO agent_pop_assignments (agent_id, pop_id, isp_id, valid_from)
SELECT a.id, p.id, p.isp_id, DATE '2025-01-01'
FROM pops p JOIN software_agents a ON a.agent_uuid = md5('agent ' || p.id)::uuid;

INSERT INTO packages (isp_id, code, name_en, package_type, status, last_month)
SELECT id, 'HOME20', 'Home 20', 'RESIDENTIAL', 'ACTIVE', DATE '2026-01-01' FROM isps;
INSERT INTO subscriber_snapshots (isp_id, snapshot_month, package_id, location_code, total_subscribers, new_subscribers, churned_subscribers, submission_id)
SELECT DISTINCT p.isp_id, DATE '2026-01-01', k.id, p.location_code, 900 + 137 * p.isp_id, 10, 4, 1
FROM pops p JOIN packages k ON k.isp_id = p.isp_id WHERE p.isp_id % 7 <> 5;

INSERT INTO qos_pop_day_values (pop_id, isp_id, day, parameter_code, busy, samples, failures, tests, due, numerator, denominator, left_agent_fault)
SELECT
  p.id, p.isp_id, d::date, q.code, true,
  ARRAY(SELECT v.value::real FROM (
    SELECT CASE q.unit
      WHEN 'ms' THEN (CASE q.code WHEN 'LATENCY_INTERNATIONAL' THEN 140 WHEN 'LATENCY_IX' THEN 12 WHEN 'JITTER' THEN 4 WHEN 'DNS' THEN 60 ELSE 18 END)
        + abs(hashtext(q.code || p.id || d || s)) % 30
      WHEN '%' THEN 0.2 + (abs(hashtext(q.code || p.id || d || s)) % 12) / 10.0
      ELSE 72 + abs(hashtext(q.code || p.id || d || s)) % 28 END AS value
    FROM generate_series(1, 8) AS s) v ORDER BY 1),
  0, 8, 16, CASE q.code WHEN 'PACKET_LOSS' THEN 4 + p.id % 5 END, CASE q.code WHEN 'PACKET_LOSS' THEN 800 END, p.id % 2
FROM pops p
JOIN isps i ON i.id = p.isp_id AND i.code <> 'isp-0014'
CROSS JOIN generate_series(DATE '2026-01-01', DATE '2026-01-31', interval '1 day') AS d
CROSS JOIN qos_parameters q
WHERE q.code NOT IN ('AVAILABILITY', 'UTILISATION');

INSERT INTO availability_slots (pop_id, isp_id, slot_start, status, slot_value, reason)
SELECT p.id, p.isp_id, t, s.status,
  CASE s.status WHEN 'AVAILABLE' THEN 1 WHEN 'DEGRADED' THEN 0.5 WHEN 'POOR' THEN 0.25 WHEN 'OUTAGE' THEN 0 END,
  CASE s.status WHEN 'NOT_MEASURED' THEN 'AGENT_SILENT' WHEN 'EXCLUDED' THEN 'PLANNED' ELSE '' END
FROM pops p
JOIN isps i ON i.id = p.isp_id AND i.code <> 'isp-0014'
CROSS JOIN generate_series(TIMESTAMPTZ '2026-01-01 00:00+06', TIMESTAMPTZ '2026-01-31 23:45+06', interval '15 minutes') AS t
CROSS JOIN LATERAL (
  SELECT CASE abs(hashtext(p.id || t::text)) % 400
    WHEN 0 THEN 'OUTAGE' WHEN 1 THEN 'OUTAGE' WHEN 2 THEN 'UNKNOWN' WHEN 3 THEN 'NOT_MEASURED' WHEN 4 THEN 'EXCLUDED'
    WHEN 5 THEN 'POOR' WHEN 6 THEN 'DEGRADED' WHEN 7 THEN 'DEGRADED' ELSE 'AVAILABLE' END AS status) s;

INSERT INTO outages (pop_id, isp_id, started_at, ended_at, minutes, slots, witness, affected_subscribers)
SELECT id, isp_id, TIMESTAMPTZ '2026-01-12 10:00+06', TIMESTAMPTZ '2026-01-12 11:30+06', 90, 6, 'CORROBORATED', 1200
FROM pops WHERE id % 9 = 0;

CREATE TEMP TABLE judged AS
SELECT subject.*, q.code AS parameter_code, q.unit, t.value AS limit_value, t.id AS threshold_id, t.share_pct, t.statistic,
  CASE
    WHEN subject.silent THEN 'NOT_MEASURED'
    WHEN abs(hashtext(subject.subject_key || q.code)) % 7 = 0 THEN 'BREACHES'
    WHEN abs(hashtext(subject.subject_key || q.code)) % 7 = 1 THEN 'INSUFFICIENT_EVIDENCE'
    ELSE 'MEETS' END AS verdict
FROM (
  SELECT 'POP' AS level, i.code || '/' || p.code AS subject_key, p.isp_id, p.id AS pop_id, i.code = 'isp-0014' AS silent FROM pops p JOIN isps i ON i.id = p.isp_id
  UNION ALL SELECT 'ISP', code, id, NULL, code = 'isp-0014' FROM isps
  UNION ALL SELECT 'DISTRICT', d.bbs_code, NULL, NULL, NOT EXISTS (SELECT 1 FROM pops p WHERE p.location_code = d.bbs_code) FROM geo_districts d
  UNION ALL SELECT 'DIVISION', v.bbs_code, NULL, NULL, v.bbs_code = '60' FROM geo_divisions v
  UNION ALL SELECT 'NATION', 'BD', NULL, NULL, false
) AS subject
CROSS JOIN qos_parameters q
JOIN sla_thresholds t ON t.parameter_code = q.code AND t.policy_set = 'btrc-poc-2026';

INSERT INTO sla_verdicts (policy_set, period, level, subject_key, isp_id, pop_id, parameter_code, verdict, reason, statistic_value, statistic_24h, attained, attained_low, attained_high, required, limit_value, n, days, effective_n, due, coverage_pct, represented_pct, pops, agents, threshold_id)
SELECT 'btrc-poc-2026', DATE '2026-01-01', level, subject_key, isp_id, pop_id, parameter_code, verdict,
  CASE verdict WHEN 'NOT_MEASURED' THEN 'NO_AGENT' WHEN 'INSUFFICIENT_EVIDENCE' THEN 'FEW_DAYS' ELSE '' END,
  v.value, v.value, v.share, v.share - 0.021, v.share + 0.013, v.required, limit_value,
  CASE verdict WHEN 'NOT_MEASURED' THEN 0 ELSE 496 END, CASE verdict WHEN 'NOT_MEASURED' THEN 0 ELSE 31 END, 212.4, 496,
  96.4, 81.5, 2, 2, threshold_id
FROM judged
CROSS JOIN LATERAL (
  SELECT
    CASE
      WHEN verdict = 'NOT_MEASURED' THEN NULL
      WHEN parameter_code = 'AVAILABILITY' THEN CASE verdict WHEN 'BREACHES' THEN 98.412 ELSE 99.7312 END
      WHEN parameter_code = 'PACKET_LOSS' THEN CASE verdict WHEN 'BREACHES' THEN 1.9 ELSE 0.37 END
      WHEN parameter_code = 'LATENCY_INTERNATIONAL' AND verdict = 'BREACHES' AND subject_key LIKE '%0002%' THEN 'Infinity'::float
      WHEN unit = 'ms' THEN limit_value * CASE verdict WHEN 'BREACHES' THEN 1.31 ELSE 0.62 END
      ELSE CASE verdict WHEN 'BREACHES' THEN 71.4 ELSE 91.7 END + abs(hashtext(subject_key)) % 6 END AS value,
    CASE
      WHEN verdict = 'NOT_MEASURED' THEN NULL
      WHEN parameter_code = 'AVAILABILITY' THEN CASE verdict WHEN 'BREACHES' THEN 0.98412 ELSE 0.997312 END
      WHEN parameter_code = 'PACKET_LOSS' THEN CASE verdict WHEN 'BREACHES' THEN 0.019 ELSE 0.0037 END
      WHEN unit = 'ms' THEN CASE verdict WHEN 'BREACHES' THEN 0.881 ELSE 0.981 END
      ELSE CASE verdict WHEN 'BREACHES' THEN 0.612 ELSE 0.884 END END AS share,
    CASE parameter_code WHEN 'AVAILABILITY' THEN 0.995 WHEN 'PACKET_LOSS' THEN 0.01
      ELSE CASE statistic WHEN 'SHARE' THEN share_pct / 100 ELSE 0.95 END END AS required
) v;

INSERT INTO sla_violations (id, isp_id, violation_type, parameter_code, measurement_period_start, measurement_period_end, verdict, severity, legal_effect, scored, expected, actual, interval_low, interval_high, n, days, policy_set, detected_at)
SELECT md5(subject_key || parameter_code)::uuid, isp_id, 'SERVICE', parameter_code, DATE '2026-01-01', DATE '2026-01-31', 'BREACHES',
  (ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + abs(hashtext('s' || subject_key || parameter_code)) % 4], 'INDICATIVE', true, 95, 88.1, 86.0, 89.4, 496, 31, 'btrc-poc-2026', TIMESTAMPTZ '2026-02-11 01:00+06'
FROM judged WHERE level = 'ISP' AND verdict = 'BREACHES';
INSERT INTO sla_violations (id, isp_id, violation_type, parameter_code, measurement_period_start, measurement_period_end, verdict, severity, legal_effect, scored, policy_set, detected_at)
SELECT md5('late' || code)::uuid, id, 'REPORTING', 'FILING_SUBSCRIBERS', DATE '2026-01-01', DATE '2026-01-31', 'BREACHES', 'HIGH', 'INDICATIVE', true, 'btrc-poc-2026', TIMESTAMPTZ '2026-02-11 01:00+06'
FROM isps WHERE id % 7 = 5;
INSERT INTO sla_violations (id, isp_id, pop_id, parent_violation_id, violation_type, parameter_code, measurement_period_start, measurement_period_end, verdict, severity, legal_effect, scored, policy_set, detected_at)
SELECT md5('pop' || j.subject_key || j.parameter_code)::uuid, j.isp_id, j.pop_id, v.id, 'SERVICE', j.parameter_code, DATE '2026-01-01', DATE '2026-01-31', 'BREACHES', 'MEDIUM', 'INDICATIVE', false, 'btrc-poc-2026', TIMESTAMPTZ '2026-02-11 01:00+06'
FROM judged j JOIN sla_violations v ON v.isp_id = j.isp_id AND v.parameter_code = j.parameter_code
WHERE j.level = 'POP' AND j.verdict = 'BREACHES';

INSERT INTO compliance_scores (isp_id, score_month, policy_set, overall_score, speed_score, latency_score, availability_score, reporting_score, compliance_tier, compliance_rank, category_rank, size_class, size_rank, judged_weight_pct, represented_pct, service_deduction, reporting_deduction)
SELECT id, DATE '2026-01-01', 'btrc-poc-2026', score, score, CASE WHEN score IS NOT NULL THEN least(100, score + 3.2) END, CASE WHEN score IS NOT NULL THEN greatest(0, score - 1.5) END, CASE WHEN id % 7 = 5 THEN 75 ELSE 100 END,
  CASE WHEN score IS NULL THEN 'NOT_MEASURED' WHEN score >= 95 THEN 'EXCELLENT' WHEN score >= 85 THEN 'GOOD' WHEN score >= 70 THEN 'SATISFACTORY' WHEN score >= 50 THEN 'NEEDS_IMPROVEMENT' ELSE 'NON_COMPLIANT' END,
  CASE WHEN score IS NOT NULL THEN rank() OVER (ORDER BY score DESC NULLS LAST) END, CASE WHEN score IS NOT NULL THEN 1 END, '<10000', CASE WHEN score IS NOT NULL THEN 1 END, CASE WHEN score IS NULL THEN 0 ELSE 95 END, CASE WHEN score IS NOT NULL THEN 81.5 END, 100 - score, 0
FROM (SELECT id, CASE WHEN code <> 'isp-0014' THEN greatest(20, 103 - 5.35 * (id % 12))::numeric(6, 2) END AS raw FROM isps) x
CROSS JOIN LATERAL (SELECT CASE WHEN raw IS NOT NULL THEN least(100, raw) END AS score) y;

INSERT INTO discrepancy_detections (discrepancy_rule_id, isp_id, period, band, did_not_run, direction, declared_value, expected_value, variance_pct, months_running, detected_at)
SELECT r.id, i.id, DATE '2026-01-01',
  CASE k WHEN 0 THEN NULL WHEN 1 THEN 'INVESTIGATE' WHEN 2 THEN 'WARN' ELSE 'OK' END,
  CASE k WHEN 0 THEN 'no previous month' END,
  CASE k WHEN 0 THEN NULL WHEN 1 THEN 'UNDER' WHEN 2 THEN 'OVER' ELSE 'EQUAL' END,
  987654321, 1234567, 80, 1, TIMESTAMPTZ '2026-02-11 01:00+06'
FROM discrepancy_rules r CROSS JOIN isps i
CROSS JOIN LATERAL (SELECT abs(hashtext(r.code || i.code)) % 9 AS k) x;

INSERT INTO filing_feeds (isp_id, period, feed, state, with_errors, first_received_at, late_days)
SELECT i.id, DATE '2026-01-01', f, CASE WHEN i.id % 7 = 5 THEN CASE f WHEN 'subscribers' THEN 'MISSING' ELSE 'LATE' END ELSE 'ON_TIME' END,
  i.id = 3 AND f = 'pops', CASE WHEN i.id % 7 = 5 THEN CASE f WHEN 'subscribers' THEN NULL ELSE TIMESTAMPTZ '2026-02-12 08:00+06' END ELSE TIMESTAMPTZ '2026-02-07 12:00+06' END,
  CASE WHEN i.id % 7 = 5 THEN CASE f WHEN 'subscribers' THEN NULL ELSE 2 END ELSE 0 END
FROM isps i CROSS JOIN unnest(ARRAY['packages', 'subscribers', 'pops', 'revenue']) AS f;

INSERT INTO submission_files (sender, inbox, originator, isp_id, feed, period, revision, file_name, sha256, content_sha256, bytes, received_at, state, state_at, archive_path, rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected)
SELECT i.code, 'FILING', 'ISP_API', i.id, f, DATE '2026-01-01', 0, i.code || '_' || f || '_2026-01.csv', md5(i.code || f), md5(i.code || f), 4096,
  TIMESTAMPTZ '2026-02-07 12:00+06', CASE WHEN i.id = 3 THEN 'ACCEPTED_WITH_ERRORS' ELSE 'ACCEPTED' END, TIMESTAMPTZ '2026-02-07 12:05+06', 'archive/x', 25, CASE WHEN i.id = 3 THEN 24 ELSE 25 END, CASE WHEN i.id = 3 THEN 1 ELSE 0 END, 0, 0
FROM isps i CROSS JOIN unnest(ARRAY['packages', 'subscribers', 'pops', 'revenue']) AS f
WHERE NOT (i.id % 7 = 5 AND f = 'subscribers');
INSERT INTO quarantined_rows (file_received_at, submission_file_id, isp_id, feed, row_number, record_kind, code, raw, quarantined_at)
SELECT received_at, id, isp_id, feed, 7, 'ROW', 'not_a_number', 'x', received_at FROM submission_files WHERE rows_quarantined = 1;
INSERT INTO submission_files (sender, inbox, originator, isp_id, file_name, sha256, bytes, received_at, state, state_reason, state_at, archive_path, rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected)
SELECT code, 'FILING', 'ISP_API', id, 'subscriber list.csv', md5('unknown'), 512, TIMESTAMPTZ '2026-02-07 12:00+06', 'REJECTED', 'unknown_file_name', TIMESTAMPTZ '2026-02-07 12:05+06', 'archive/z', 5, 0, 0, 0, 5
FROM isps WHERE code = 'isp-0001';
INSERT INTO quarantined_rows (file_received_at, submission_file_id, isp_id, feed, row_number, record_kind, code, raw, quarantined_at)
SELECT f.received_at, f.id, f.isp_id, 'subscribers', n, 'ROW', 'not_a_number', 'x', f.received_at FROM submission_files f CROSS JOIN generate_series(1, 2) AS n WHERE f.state = 'REJECTED';
INSERT INTO submission_files (sender, inbox, originator, isp_id, feed, file_name, sha256, bytes, received_at, state, state_at, archive_path, rows_received, rows_loaded, rows_quarantined, rows_duplicate, rows_rejected, submissions_received, submissions_loaded, submissions_quarantined, submissions_duplicate, submissions_rejected)
SELECT a.agent_uuid::text, 'AGENT', 'QOS_AGENT', a.isp_id, 'qos', 'qos_' || a.agent_uuid || '_20260131T180000Z.ndjson.gz', md5(a.agent_uuid::text), 80000,
  TIMESTAMPTZ '2026-02-01 00:20+06', 'ACCEPTED', TIMESTAMPTZ '2026-02-01 00:25+06', 'archive/y', 26784, 26700, 0, 84, 0, 2976, 2966, 0, 10, 0
FROM software_agents a;
