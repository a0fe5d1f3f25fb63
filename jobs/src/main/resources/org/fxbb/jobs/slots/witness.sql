-- What the other witness knows about slots that the QoS agent could not show (spec 5.3.3).
-- Usual = median (nearest rank) of the same quarter hour of the days before; with no such history, of what the PoP has on the day
-- or before. Averages of one quarter hour, over RELIABLE polls only.
WITH needed AS (
  SELECT pop_id, isp_id, slot_start
  FROM slot_drafts
  WHERE candidate OR NOT submitted
),
interfaces AS (
  SELECT n.pop_id, n.id AS target_id, NOT u.is_upstream AS downstream
  FROM snmp_targets n
  JOIN upstream_types u ON u.id = n.upstream_type_id
  WHERE n.pop_id IN (SELECT pop_id FROM needed)
),
today AS (
  SELECT
    t.pop_id,
    date_bin('15 minutes', t.time, :from) AS slot_start,
    t.snmp_target_id AS target_id,
    avg(t.in_bps + t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS bps,
    bool_or(t.oper_status = 'UP') AS up,
    bool_or(t.oper_status = 'DOWN') AS down
  FROM interfaces i
  JOIN ts_interface_metrics t ON t.pop_id = i.pop_id AND t.snmp_target_id = i.target_id
  WHERE i.downstream
    AND t.time >= :from
    AND t.time < :to
  GROUP BY 1, 2, 3
),
seen AS (
  -- Only a slot in which the PoP itself was polled needs to know what is usual.
  SELECT DISTINCT n.pop_id, n.slot_start
  FROM needed n
  JOIN today d USING (pop_id, slot_start)
),
quarter_hours AS (
  SELECT d.pop_id, d.slot_start, 0 AS days_ago, d.target_id, d.bps, d.up, d.down
  FROM today d
  JOIN seen USING (pop_id, slot_start)
  UNION ALL
  SELECT s.pop_id, s.slot_start, k.days_ago, i.target_id, h.bps, NULL, NULL
  FROM seen s
  JOIN interfaces i ON i.pop_id = s.pop_id AND i.downstream
  CROSS JOIN generate_series(1, :usual_history_days::integer) k (days_ago)
  CROSS JOIN LATERAL (
    SELECT avg(t.in_bps + t.out_bps) AS bps
    FROM ts_interface_metrics t
    WHERE t.pop_id = s.pop_id
      AND t.snmp_target_id = i.target_id
      AND t.time >= s.slot_start - make_interval(days => k.days_ago)
      AND t.time < s.slot_start - make_interval(days => k.days_ago) + interval '15 minutes'
      AND t.time >= :from - make_interval(days => :usual_history_days::integer)
      AND t.time < :from
      AND t.data_quality = 'RELIABLE'
  ) h
  WHERE h.bps IS NOT NULL
),
totals AS (
  SELECT pop_id, slot_start, days_ago, sum(bps) AS bps
  FROM quarter_hours
  GROUP BY pop_id, slot_start, days_ago
),
usual_total AS (
  SELECT pop_id, slot_start, percentile_disc(0.5) WITHIN GROUP (ORDER BY bps) AS bps
  FROM totals
  WHERE days_ago > 0
  GROUP BY pop_id, slot_start
),
usual_interface AS (
  SELECT pop_id, slot_start, target_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY bps) AS bps
  FROM quarter_hours
  WHERE days_ago > 0
  GROUP BY pop_id, slot_start, target_id
),
without_history AS (
  SELECT DISTINCT n.pop_id
  FROM seen n
  LEFT JOIN usual_total u USING (pop_id, slot_start)
  WHERE u.bps IS NULL
),
any_interface AS (
  SELECT q.pop_id, q.target_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY q.bps) AS bps
  FROM (
    SELECT i.pop_id, i.target_id, date_bin('15 minutes', t.time, :from) AS quarter, avg(t.in_bps + t.out_bps) AS bps
    FROM without_history w
    JOIN interfaces i ON i.pop_id = w.pop_id AND i.downstream
    JOIN ts_interface_metrics t ON t.pop_id = i.pop_id AND t.snmp_target_id = i.target_id
    WHERE t.time >= :from - make_interval(days => :usual_history_days::integer)
      AND t.time < :to
      AND t.data_quality = 'RELIABLE'
    GROUP BY 1, 2, 3
  ) q
  GROUP BY q.pop_id, q.target_id
),
any_total AS (
  SELECT pop_id, sum(bps) AS bps
  FROM any_interface
  GROUP BY pop_id
),
traffic AS (
  SELECT
    n.pop_id,
    n.slot_start,
    coalesce(t.bps > 0 AND t.bps * 100 >= :usual_traffic_share * coalesce(ut.bps, at.bps), false)
      OR coalesce(bool_or(q.up AND q.bps > 0 AND q.bps * 100 >= :usual_traffic_share * coalesce(ui.bps, ai.bps)), false) AS alive,
    coalesce(bool_or(q.down), false) AS interface_down
  FROM needed n
  LEFT JOIN totals t ON t.pop_id = n.pop_id AND t.slot_start = n.slot_start AND t.days_ago = 0
  LEFT JOIN usual_total ut ON ut.pop_id = n.pop_id AND ut.slot_start = n.slot_start
  LEFT JOIN any_total at ON at.pop_id = n.pop_id
  LEFT JOIN quarter_hours q ON q.pop_id = n.pop_id AND q.slot_start = n.slot_start AND q.days_ago = 0
  LEFT JOIN usual_interface ui ON ui.pop_id = n.pop_id AND ui.slot_start = n.slot_start AND ui.target_id = q.target_id
  LEFT JOIN any_interface ai ON ai.pop_id = n.pop_id AND ai.target_id = q.target_id
  GROUP BY n.pop_id, n.slot_start, t.bps, ut.bps, at.bps
),
gaps AS (
  SELECT pop_id, slot_start, min(slot_start) OVER gap AS gap_start, max(slot_start) OVER gap + interval '15 minutes' AS gap_end
  FROM (
    SELECT pop_id, slot_start, slot_start - row_number() OVER (PARTITION BY pop_id ORDER BY slot_start) * interval '15 minutes' AS island
    FROM needed
  ) i
  WINDOW gap AS (PARTITION BY pop_id, island)
),
restarts AS MATERIALIZED (
  -- The first poll after a restart tells it, up to a quarter hour after the gap.
  SELECT DISTINCT i.pop_id, t.time
  FROM interfaces i
  JOIN ts_interface_metrics t ON t.pop_id = i.pop_id AND t.snmp_target_id = i.target_id
  WHERE t.time >= :from
    AND t.time < :to
    AND t.restarted
),
bras AS (
  -- The BRAS that serve the PoP; all of the ISP where it has one PoP.
  SELECT DISTINCT n.pop_id, r.isp_id, r.bras_id
  FROM (SELECT DISTINCT pop_id, isp_id FROM needed) n
  LEFT JOIN (
    SELECT isp_id FROM pops WHERE status = 'ACTIVE' AND deleted_at IS NULL GROUP BY isp_id HAVING count(*) = 1
  ) single ON single.isp_id = n.isp_id
  JOIN rollup_sessions_daily r ON r.isp_id = n.isp_id AND (r.pop_id = n.pop_id OR single.isp_id IS NOT NULL)
  WHERE r.day >= :day::date - :usual_history_days::integer
    AND r.day <= :day
),
session_today AS (
  SELECT n.pop_id, n.slot_start, sum(q.active) AS active
  FROM needed n
  JOIN bras b ON b.pop_id = n.pop_id
  CROSS JOIN LATERAL (
    SELECT avg(t.active_sessions) AS active
    FROM ts_subscriber_counts t
    WHERE t.isp_id = b.isp_id
      AND t.bras_id = b.bras_id
      AND t.time >= n.slot_start
      AND t.time < n.slot_start + interval '15 minutes'
  ) q
  WHERE q.active IS NOT NULL
  GROUP BY n.pop_id, n.slot_start
),
session_history AS (
  SELECT n.pop_id, n.slot_start, k.days_ago, sum(q.active) AS active
  FROM session_today n
  JOIN bras b ON b.pop_id = n.pop_id
  CROSS JOIN generate_series(1, :usual_history_days::integer) k (days_ago)
  CROSS JOIN LATERAL (
    SELECT avg(t.active_sessions) AS active
    FROM ts_subscriber_counts t
    WHERE t.isp_id = b.isp_id
      AND t.bras_id = b.bras_id
      AND t.time >= n.slot_start - make_interval(days => k.days_ago)
      AND t.time < n.slot_start - make_interval(days => k.days_ago) + interval '15 minutes'
  ) q
  WHERE q.active IS NOT NULL
  GROUP BY n.pop_id, n.slot_start, k.days_ago
),
usual_sessions AS (
  SELECT pop_id, slot_start, percentile_disc(0.5) WITHIN GROUP (ORDER BY active) AS active
  FROM session_history
  GROUP BY pop_id, slot_start
),
sessions_without_history AS (
  SELECT DISTINCT s.pop_id
  FROM session_today s
  LEFT JOIN usual_sessions u USING (pop_id, slot_start)
  WHERE u.active IS NULL
),
any_sessions AS (
  SELECT q.pop_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY q.active) AS active
  FROM (
    SELECT e.pop_id, e.quarter, sum(e.active) AS active
    FROM (
      SELECT b.pop_id, date_bin('15 minutes', t.time, :from) AS quarter, b.bras_id, avg(t.active_sessions) AS active
      FROM sessions_without_history w
      JOIN bras b ON b.pop_id = w.pop_id
      JOIN ts_subscriber_counts t ON t.isp_id = b.isp_id AND t.bras_id = b.bras_id
      WHERE t.time >= :from - make_interval(days => :usual_history_days::integer)
        AND t.time < :to
        AND t.active_sessions IS NOT NULL
      GROUP BY 1, 2, 3
    ) e
    GROUP BY e.pop_id, e.quarter
  ) q
  GROUP BY q.pop_id
)
INSERT INTO slot_witness (pop_id, slot_start, alive, interface_down, restarted, sessions_lost)
SELECT
  t.pop_id,
  t.slot_start,
  t.alive,
  t.interface_down,
  EXISTS (SELECT FROM restarts r WHERE r.pop_id = g.pop_id AND r.time >= g.gap_start AND r.time < g.gap_end + interval '15 minutes'),
  coalesce(s.active * 100 < :usual_sessions_share * coalesce(u.active, a.active), false)
FROM traffic t
JOIN gaps g ON g.pop_id = t.pop_id AND g.slot_start = t.slot_start
LEFT JOIN session_today s ON s.pop_id = t.pop_id AND s.slot_start = t.slot_start
LEFT JOIN usual_sessions u ON u.pop_id = t.pop_id AND u.slot_start = t.slot_start
LEFT JOIN any_sessions a ON a.pop_id = t.pop_id
