-- The policy set btrc-poc-2026: every number of judgement, as data. No legal text was found for any of them: all ASSUMED.

INSERT INTO policy_sets (code, title_en, effective_date, is_default, note)
VALUES ('btrc-poc-2026', 'Proof of concept 2026', DATE '2025-01-01', true, 'Limits of the proof-of-concept documents; no gazetted text was found, so every effect is INDICATIVE.');

INSERT INTO qos_parameters (code, name_en, name_bn, unit, category, weight, better, busy_hours, sort_order)
VALUES
  ('DOWNLOAD_SPEED', 'Download speed', 'ডাউনলোড গতি', '% of reference', 'SPEED', 20, 'HIGHER', true, 1),
  ('UPLOAD_SPEED', 'Upload speed', 'আপলোড গতি', '% of reference', 'SPEED', 10, 'HIGHER', true, 2),
  ('LATENCY_NATIONAL', 'Round trip, national', 'বিলম্ব, জাতীয়', 'ms', 'LATENCY', 10, 'LOWER', true, 3),
  ('LATENCY_IX', 'Round trip, exchange (IX)', 'বিলম্ব, এক্সচেঞ্জ (IX)', 'ms', 'LATENCY', 5, 'LOWER', true, 4),
  ('LATENCY_INTERNATIONAL', 'Round trip, international', 'বিলম্ব, আন্তর্জাতিক', 'ms', 'LATENCY', 5, 'LOWER', true, 5),
  ('JITTER', 'Jitter', 'জিটার', 'ms', 'LATENCY', 5, 'LOWER', true, 6),
  ('PACKET_LOSS', 'Packet loss', 'প্যাকেট হারানো', '%', 'LATENCY', 10, 'LOWER', true, 7),
  ('DNS', 'DNS resolution', 'ডিএনএস সাড়া', 'ms', 'LATENCY', 5, 'LOWER', true, 8),
  ('HTTP_REACHABILITY', 'Web reachability', 'ওয়েবসাইটে পৌঁছানো', 'weight of 100', 'AVAILABILITY', 5, 'HIGHER', true, 9),
  ('AVAILABILITY', 'Service availability', 'সেবার প্রাপ্যতা', '%', 'AVAILABILITY', 20, 'HIGHER', false, 10),
  ('UTILISATION', 'Upstream utilisation', 'আপস্ট্রিম ব্যবহার', '%', 'CAPACITY', 5, 'LOWER', false, 11);

INSERT INTO sla_thresholds (policy_set, parameter_code, threshold_type, value, warning_value, statistic, percentile, share_pct, busy_hours_only, min_samples, effective_date, legal_reference, legal_status)
VALUES
  ('btrc-poc-2026', 'DOWNLOAD_SPEED', 'MIN', 80, 85, 'SHARE', NULL, 80, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'UPLOAD_SPEED', 'MIN', 80, 85, 'SHARE', NULL, 80, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'LATENCY_NATIONAL', 'MAX', 50, 40, 'PERCENTILE', 95, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'LATENCY_IX', 'MAX', 100, 80, 'PERCENTILE', 95, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'LATENCY_INTERNATIONAL', 'MAX', 300, 250, 'PERCENTILE', 95, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'JITTER', 'MAX', 30, 25, 'PERCENTILE', 95, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'PACKET_LOSS', 'MAX', 1, 0.8, 'RATIO', NULL, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'DNS', 'MAX', 500, 400, 'PERCENTILE', 95, NULL, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'HTTP_REACHABILITY', 'MIN', 80, NULL, 'SHARE', NULL, 95, true, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'AVAILABILITY', 'MIN', 99.5, 99.7, 'RATIO', NULL, NULL, false, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED'),
  ('btrc-poc-2026', 'UTILISATION', 'MAX', 85, 80, 'PERCENTILE', 95, NULL, false, 100, DATE '2025-01-01', 'POC documents', 'ASSUMED');

INSERT INTO policy_values (policy_set, name, value, text_value, unit, effective_date, meaning_en)
SELECT 'btrc-poc-2026', name, value, text_value, unit, DATE '2025-01-01', meaning_en
FROM (
  VALUES
    ('busy-hours.from', 19, NULL, 'hour', 'Busy hours begin, Asia/Dhaka'),
    ('busy-hours.to', 23, NULL, 'hour', 'Busy hours end, exclusive'),
    ('slot.weight.speed', 25, NULL, 'weight', 'Quality: speed, the lower of down and up'),
    ('slot.weight.latency-national', 15, NULL, 'weight', 'Quality: national round trip'),
    ('slot.weight.latency-international', 10, NULL, 'weight', 'Quality: international round trip'),
    ('slot.weight.loss', 20, NULL, 'weight', 'Quality: packet loss, national'),
    ('slot.weight.dns', 10, NULL, 'weight', 'Quality: DNS'),
    ('slot.weight.http', 15, NULL, 'weight', 'Quality: HTTP'),
    ('slot.weight.jitter', 5, NULL, 'weight', 'Quality: jitter, national'),
    ('slot.limit.speed', 80, NULL, '% of reference', 'Quality: speed passes at or above'),
    ('slot.limit.latency-national', 100, NULL, 'ms', 'Quality: passes at or below'),
    ('slot.limit.latency-international', 300, NULL, 'ms', 'Quality: passes at or below'),
    ('slot.limit.loss', 2, NULL, '%', 'Quality: passes at or below'),
    ('slot.limit.dns', 500, NULL, 'ms', 'Quality: passes at or below'),
    ('slot.limit.http', 80, NULL, 'weight of 100', 'Quality: passes at or above'),
    ('slot.limit.jitter', 30, NULL, 'ms', 'Quality: passes at or below'),
    ('slot.min-weight', 60, NULL, 'weight', 'Less measured weight than this is NOT_MEASURED'),
    ('slot.band.poor', 50, NULL, 'Q', 'Below: POOR'),
    ('slot.band.degraded', 80, NULL, 'Q', 'Below: DEGRADED, else AVAILABLE'),
    ('slot.value.degraded', 0.50, NULL, 'value', 'Value of a DEGRADED slot'),
    ('slot.value.poor', 0.25, NULL, 'value', 'Value of a POOR slot'),
    ('slot.judge-after-minutes', 30, NULL, 'minutes', 'A slot is judged from so long after its end'),
    ('missing-slot', NULL, 'CORROBORATED', 'text', 'CORROBORATED: the other witness decides; OUTAGE: the literal POC rule'),
    ('usual.traffic-share', 20, NULL, '%', 'Downstream traffic at or above this share of usual shows the PoP alive'),
    ('usual.sessions-share', 10, NULL, '%', 'Sessions below this share of usual show an outage'),
    ('usual.history-days', 28, NULL, 'days', 'Days before whose same slots make the usual value'),
    ('maintenance.announce-hours', 72, NULL, 'hours', 'PLANNED: announced at least so long ahead'),
    ('maintenance.month-hours', 8, NULL, 'hours', 'PLANNED: at most so long per PoP and month'),
    ('outage.min-slots', 2, NULL, 'slots', 'Consecutive OUTAGE slots that make an outage'),
    ('availability-basis', NULL, 'SERVICE', 'text', 'SERVICE or QUALITY_WEIGHTED'),
    ('target-down.share', 50, NULL, '%', 'Share of its agents that a target fails from'),
    ('target-down.isps', 5, NULL, 'ISPs', 'Over at least so many ISPs'),
    ('target-down.operators', 2, NULL, 'operators', 'And so many upstream operators'),
    ('agent-fault.cpu', 90, NULL, '%', 'Above: the agent is at fault'),
    ('agent-fault.clock-seconds', 60, NULL, 'seconds', 'Clock off by more: the agent is at fault'),
    ('evidence.tests', 100, NULL, 'tests', 'Enough evidence: tests'),
    ('evidence.days', 20, NULL, 'days', 'Enough evidence: days with half their samples'),
    ('evidence.day-share', 50, NULL, '%', 'A day counts with this share of its samples due'),
    ('evidence.partial-days-share', 66.6666667, NULL, '%', 'New PoP or partial month: share of its days'),
    ('evidence.partial-days', 10, NULL, 'days', 'New PoP or partial month: at least'),
    ('evidence.coverage', 75, NULL, '%', 'Coverage of the samples due'),
    ('evidence.coverage-availability', 95, NULL, '%', 'Coverage of the slots due (availability)'),
    ('evidence.represented', 50, NULL, '%', 'An ISP is judged only if represented at least'),
    ('interval.confidence', 95, NULL, '%', 'Two-sided confidence of intervals'),
    ('severity.DOWNLOAD_SPEED.MEDIUM', 70, NULL, '%', 'Share of tests below'), ('severity.DOWNLOAD_SPEED.HIGH', 60, NULL, '%', 'Share of tests below'), ('severity.DOWNLOAD_SPEED.CRITICAL', 40, NULL, '%', 'Share of tests below'),
    ('severity.UPLOAD_SPEED.MEDIUM', 70, NULL, '%', 'Share of tests below'), ('severity.UPLOAD_SPEED.HIGH', 60, NULL, '%', 'Share of tests below'), ('severity.UPLOAD_SPEED.CRITICAL', 40, NULL, '%', 'Share of tests below'),
    ('severity.LATENCY_NATIONAL.MEDIUM', 75, NULL, 'ms', 'p95 above'), ('severity.LATENCY_NATIONAL.HIGH', 100, NULL, 'ms', 'p95 above'), ('severity.LATENCY_NATIONAL.CRITICAL', 200, NULL, 'ms', 'p95 above'),
    ('severity.LATENCY_IX.MEDIUM', 125, NULL, 'ms', 'p95 above'), ('severity.LATENCY_IX.HIGH', 150, NULL, 'ms', 'p95 above'), ('severity.LATENCY_IX.CRITICAL', 250, NULL, 'ms', 'p95 above'),
    ('severity.LATENCY_INTERNATIONAL.MEDIUM', 350, NULL, 'ms', 'p95 above'), ('severity.LATENCY_INTERNATIONAL.HIGH', 400, NULL, 'ms', 'p95 above'), ('severity.LATENCY_INTERNATIONAL.CRITICAL', 500, NULL, 'ms', 'p95 above'),
    ('severity.JITTER.MEDIUM', 45, NULL, 'ms', 'p95 above'), ('severity.JITTER.HIGH', 60, NULL, 'ms', 'p95 above'), ('severity.JITTER.CRITICAL', 100, NULL, 'ms', 'p95 above'),
    ('severity.PACKET_LOSS.MEDIUM', 2, NULL, '%', 'Loss above'), ('severity.PACKET_LOSS.HIGH', 3, NULL, '%', 'Loss above'), ('severity.PACKET_LOSS.CRITICAL', 5, NULL, '%', 'Loss above'),
    ('severity.DNS.MEDIUM', 750, NULL, 'ms', 'p95 above'), ('severity.DNS.HIGH', 1000, NULL, 'ms', 'p95 above'), ('severity.DNS.CRITICAL', 2000, NULL, 'ms', 'p95 above'),
    ('severity.HTTP_REACHABILITY.MEDIUM', 90, NULL, '%', 'Share of tests below'), ('severity.HTTP_REACHABILITY.HIGH', 80, NULL, '%', 'Share of tests below'), ('severity.HTTP_REACHABILITY.CRITICAL', 60, NULL, '%', 'Share of tests below'),
    ('severity.AVAILABILITY.MEDIUM', 99.0, NULL, '%', 'Availability below'), ('severity.AVAILABILITY.HIGH', 98.0, NULL, '%', 'Availability below'), ('severity.AVAILABILITY.CRITICAL', 95.0, NULL, '%', 'Availability below'),
    ('severity.UTILISATION.MEDIUM', 90, NULL, '%', 'p95 above'), ('severity.UTILISATION.HIGH', 95, NULL, '%', 'p95 above'), ('severity.UTILISATION.CRITICAL', 98, NULL, '%', 'p95 above'),
    ('reporting.low-days', 3, NULL, 'days', 'A filing up to so many days late is LOW'),
    ('reporting.medium-days', 10, NULL, 'days', 'Up to so many days late is MEDIUM; later or missing HIGH'),
    ('measurement-access.coverage', 95, NULL, '%', 'Coverage below, for AGENT or UNKNOWN, in 2 of 3 months'),
    ('points.CRITICAL', 15, NULL, 'points', 'Deduction'), ('points.HIGH', 10, NULL, 'points', 'Deduction'), ('points.MEDIUM', 5, NULL, 'points', 'Deduction'), ('points.LOW', 2, NULL, 'points', 'Deduction'),
    ('points.reporting-cap', 15, NULL, 'points', 'REPORTING deducts at most'),
    ('score-unit', NULL, 'WEIGHTED', 'text', 'WEIGHTED by subscribers, or PER_ROW (literal POC)'),
    ('resolved-bonus', 0, NULL, 'points', 'Bonus for a resolved violation (POC: 2)'),
    ('score.min-judged-weight', 70, NULL, '%', 'Scored only if the judged parameters carry this weight'),
    ('score.min-represented', 50, NULL, '%', 'Scored only if represented at least'),
    ('score.availability-zero', 95.0, NULL, '%', 'Availability score is 0 here and 100 at the limit'),
    ('reporting-score.on-time', 25, NULL, 'points', 'Category score per mandatory feed'), ('reporting-score.late', 12.5, NULL, 'points', 'Category score per mandatory feed'),
    ('tier.EXCELLENT', 95, NULL, 'score', 'At least'), ('tier.GOOD', 85, NULL, 'score', 'At least'), ('tier.SATISFACTORY', 70, NULL, 'score', 'At least'), ('tier.NEEDS_IMPROVEMENT', 50, NULL, 'score', 'At least'),
    ('trend.dead-band', 1, NULL, 'points', 'A smaller change is STEADY'),
    ('filing.due-day', 10, NULL, 'day', 'Filings are due before the day after this day of the following month'),
    ('filing.correction-days', 3, NULL, 'working days', 'A version rejected for row errors may be corrected within'),
    ('intake.max-error-share', 5, NULL, '%', 'A filing is rejected above this share of bad rows and intake.max-error-rows'),
    ('intake.max-error-rows', 1, NULL, 'rows', 'See intake.max-error-share'),
    ('intake.waiting-hours', 24, NULL, 'hours', 'A WAITING file is rejected after this or the filing deadline, whichever is later'),
    ('intake.ahead-minutes', 5, NULL, 'minutes', 'A submission may be so far ahead of the clock'),
    ('intake.oldest-slack-days', 7, NULL, 'days', 'Oldest data taken: raw retention less this'),
    ('vat.rate', 5, NULL, '%', 'VAT on internet service'),
    ('contention.maximum', 8, NULL, 'n of 1:n', 'Highest contention ratio allowed'),
    ('d01.peers', 20, NULL, 'ISPs', 'With so many peers of category and size, the lower bands follow their median'),
    ('d01.peers-warn', 0.75, NULL, 'of the median', 'WARN below, where there are peers'),
    ('d01.peers-investigate', 0.5, NULL, 'of the median', 'INVESTIGATE below, where there are peers'),
    ('anonymity.min-isps', 5, NULL, 'ISPs', 'Analysts see revenue of no group with fewer'),
    ('anonymity.max-share', 0.75, NULL, 'share', 'Analysts see revenue of no group where one ISP has more'),
    ('d02.warn-months', 3, NULL, 'months', 'WARN so many months running is INVESTIGATE')
) AS v (name, value, text_value, unit, meaning_en);

INSERT INTO policy_values (policy_set, name, value, unit, effective_date, expiry_date, legal_reference, legal_status, meaning_en)
VALUES
  ('btrc-poc-2026', 'tariff-cap.5', 500, 'BDT a month', DATE '2021-09-01', DATE '2025-07-01', 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 5 Mbit/s'),
  ('btrc-poc-2026', 'tariff-cap.10', 800, 'BDT a month', DATE '2021-09-01', DATE '2025-07-01', 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 10 Mbit/s'),
  ('btrc-poc-2026', 'tariff-cap.20', 1200, 'BDT a month', DATE '2021-09-01', DATE '2025-07-01', 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 20 Mbit/s'),
  ('btrc-poc-2026', 'tariff-cap.5', 400, 'BDT a month', DATE '2025-07-01', NULL, 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 5 Mbit/s'),
  ('btrc-poc-2026', 'tariff-cap.10', 700, 'BDT a month', DATE '2025-07-01', NULL, 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 10 Mbit/s'),
  ('btrc-poc-2026', 'tariff-cap.20', 1100, 'BDT a month', DATE '2025-07-01', NULL, 'Ek Desh Ek Rate', 'PRESS', 'Highest price of 20 Mbit/s');

INSERT INTO discrepancy_rules (code, name_en, name_bn, unit, warn_over, investigate_over, warn_under, investigate_under, minimum_evidence, feeds, restricted, meaning_en)
VALUES
  ('D01', 'Subscribers against sessions', 'গ্রাহক বনাম সক্রিয় সেশন', 'ratio', 1.02, 1.10, 0.75, 0.60, 60, '{packages,subscribers}', false, 'p95 of BRAS sessions / declared active subscribers of session-based packages; above 1 = fewer declared than seen'),
  ('D02', 'Revenue against price', 'রাজস্ব বনাম মূল্য', '%', 10, 20, -5, -10, NULL, '{packages,subscribers,revenue}', true, 'Declared subscriber revenue against price x mean subscribers; three months of WARN are INVESTIGATE'),
  ('D03', 'Package counts', 'প্যাকেজভিত্তিক গ্রাহকসংখ্যা', '%', 0, 1, 0, -1, NULL, '{packages,subscribers}', false, 'packages.subscriber_count against the subscribers rows, per package'),
  ('D04', 'Roll-forward', 'গ্রাহকের জের', '%', 0, 1, 0, -1, NULL, '{subscribers}', false, 'Current against previous + new - churned, per package and location'),
  ('D11', 'VAT', 'ভ্যাট', '%', 1, 5, -1, -5, NULL, '{revenue}', true, 'vat_bdt against revenue x the rate of the date'),
  ('D12', 'Coverage', 'লাইসেন্স এলাকা', '%', 0, 5, NULL, NULL, NULL, '{subscribers,pops}', false, 'Share of subscribers filed outside the licensed coverage; any place outside is at least WARN');
