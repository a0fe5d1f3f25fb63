-- Quality of each due quarter hour from the tests alone (spec 5.3.1 and 2). All agents of a PoP are pooled: speed best, others
-- median, loss a ratio of sums. Attempted and failed = not passed; not attempted leaves the denominator.
WITH grid AS (
  SELECT p.pop_id, p.isp_id, s AS slot_start
  FROM day_pops p
  CROSS JOIN generate_series(:from, :to - interval '15 minutes', interval '15 minutes') s
  WHERE p.qos_agents > 0
    AND s + interval '15 minutes' + make_interval(mins => :slot_judge_after_minutes::integer) <= :now
),
pooled AS (
  SELECT
    pop_id,
    slot_start,
    count(*) FILTER (WHERE left_for = 'AGENT_FAULT') AS faulty,
    count(*) FILTER (WHERE left_for = '') AS tests,
    count(*) FILTER (WHERE left_for = 'TARGET_DOWN') AS target_down,
    bool_or(succeeded) FILTER (WHERE left_for = '') AS any_succeeded,
    max(least(download, upload)) FILTER (WHERE left_for = '') AS speed,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY rtt) FILTER (WHERE left_for = '' AND target_type = 'NATIONAL') AS national,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY rtt) FILTER (WHERE left_for = '' AND target_type = 'INTERNATIONAL') AS international,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY jitter) FILTER (WHERE left_for = '' AND target_type = 'NATIONAL') AS jitter,
    sum(lost) FILTER (WHERE left_for = '' AND target_type = 'NATIONAL') * 100.0
      / nullif(sum(sent) FILTER (WHERE left_for = '' AND target_type = 'NATIONAL'), 0) AS loss,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY http) FILTER (WHERE left_for = '') AS http
  FROM day_tests
  GROUP BY pop_id, slot_start
),
dns AS (
  SELECT t.pop_id, t.slot_start, percentile_disc(0.5) WITHIN GROUP (ORDER BY q) AS dns
  FROM day_tests t
  CROSS JOIN LATERAL unnest(t.dns) q
  WHERE t.left_for = ''
  GROUP BY t.pop_id, t.slot_start
),
submissions AS (
  SELECT
    p.pop_id,
    date_bin('15 minutes', s.period_start, :from) AS slot_start,
    bool_and(s.connectivity_status = 'NONE') FILTER (WHERE NOT f.faulty) AS disconnected,
    bool_or(f.faulty) AS faulty,
    -- A submission without tests belongs to the slot of its period start.
    bool_or(NOT f.faulty AND NOT f.tested) AS bare
  FROM day_pops p
  JOIN api_submissions s ON s.pop_id = p.pop_id
  LEFT JOIN (SELECT DISTINCT submission_id FROM day_tests) d ON d.submission_id = s.id
  CROSS JOIN LATERAL (
    SELECT
      coalesce(
        s.agent_status = 'ERROR' OR s.cpu_pct > :agent_fault_cpu OR abs(s.clock_offset_ms) > :agent_fault_clock_seconds * 1000,
        false) AS faulty,
      d.submission_id IS NOT NULL
        OR (
          s.period_start >= :to - interval '1 hour'
          AND EXISTS (
            SELECT FROM ts_qos_measurements n
            WHERE n.pop_id = p.pop_id AND n.submission_id = s.id AND n.time >= :to AND n.time < :to + interval '1 hour')
        ) AS tested
  ) f
  WHERE p.qos_agents > 0
    AND s.originator = 'QOS_AGENT'
    AND s.period_start >= :from
    AND s.period_start < :to
  GROUP BY 1, 2
),
scored AS (
  SELECT
    g.pop_id,
    g.isp_id,
    g.slot_start,
    coalesce(t.tests + t.target_down, 0) > 0 OR coalesce(s.bare, false) AS submitted,
    (coalesce(t.tests, 0) > 0 AND NOT coalesce(t.any_succeeded, false))
      OR (coalesce(t.tests, 0) = 0 AND coalesce(s.bare, false))
      OR coalesce(s.disconnected, false) AS candidate,
    coalesce(t.faulty, 0) > 0 OR coalesce(s.faulty, false) AS faulty,
    (t.speed IS NOT NULL)::integer * :slot_weight_speed
      + (t.national IS NOT NULL)::integer * :slot_weight_latency_national
      + (t.international IS NOT NULL)::integer * :slot_weight_latency_international
      + (t.loss IS NOT NULL)::integer * :slot_weight_loss
      + (d.dns IS NOT NULL)::integer * :slot_weight_dns
      + (t.http IS NOT NULL)::integer * :slot_weight_http
      + (t.jitter IS NOT NULL)::integer * :slot_weight_jitter AS measured,
    coalesce((t.speed >= :slot_limit_speed)::integer, 0) * :slot_weight_speed
      + coalesce((t.national <= :slot_limit_latency_national)::integer, 0) * :slot_weight_latency_national
      + coalesce((t.international <= :slot_limit_latency_international)::integer, 0) * :slot_weight_latency_international
      + coalesce((t.loss <= :slot_limit_loss)::integer, 0) * :slot_weight_loss
      + coalesce((d.dns <= :slot_limit_dns)::integer, 0) * :slot_weight_dns
      + coalesce((t.http >= :slot_limit_http)::integer, 0) * :slot_weight_http
      + coalesce((t.jitter <= :slot_limit_jitter)::integer, 0) * :slot_weight_jitter AS passed
  FROM grid g
  LEFT JOIN pooled t USING (pop_id, slot_start)
  LEFT JOIN dns d USING (pop_id, slot_start)
  LEFT JOIN submissions s USING (pop_id, slot_start)
)
INSERT INTO slot_drafts (pop_id, isp_id, slot_start, submitted, candidate, faulty, quality)
SELECT
  pop_id,
  isp_id,
  slot_start,
  submitted,
  candidate,
  faulty,
  CASE WHEN measured >= :slot_min_weight THEN 100 * passed / measured END
FROM scored
