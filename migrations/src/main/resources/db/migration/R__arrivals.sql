-- Who should have sent what by when, and what came (spec 4.4, 4.10): one truth for status, report R5, reminders and violations.

-- Feed by feed of every ISP whose licence was in force in the month.
CREATE OR REPLACE FUNCTION fxbb_arrivals(p_period date, p_deadline timestamptz, p_now timestamptz)
RETURNS TABLE (
  isp_id bigint,
  isp text,
  feed text,
  feed_position integer,
  mandatory boolean,
  state text,
  overdue boolean,
  days_late integer,
  with_errors boolean,
  files bigint,
  tries bigint,
  first_received_at timestamptz,
  last_received_at timestamptz,
  file_id bigint,
  file_name text,
  file_received_at timestamptz,
  file_state text,
  reason text,
  rows_received bigint,
  rows_loaded bigint,
  rows_quarantined bigint,
  rows_duplicate bigint,
  rows_rejected bigint
)
LANGUAGE sql
STABLE
AS $$
  SELECT
    a.isp_id,
    a.isp,
    a.feed,
    a.feed_position,
    a.mandatory,
    a.state,
    a.overdue,
    CASE
      WHEN a.state = 'LATE' THEN 1 + floor(extract(epoch FROM a.counts_from - p_deadline) / 86400)::integer
      WHEN a.overdue THEN 1 + floor(extract(epoch FROM p_now - p_deadline) / 86400)::integer
    END,
    a.with_errors,
    a.files,
    a.tries,
    a.first_received_at,
    a.last_received_at,
    a.file_id,
    a.file_name,
    a.file_received_at,
    a.file_state,
    a.reason,
    a.rows_received,
    a.rows_loaded,
    a.rows_quarantined,
    a.rows_duplicate,
    a.rows_rejected
  FROM (
    SELECT
      i.id AS isp_id,
      i.code AS isp,
      m.feed,
      m.position AS feed_position,
      m.mandatory,
      f.first_received_at AS counts_from,
      coalesce(f.with_errors, false) AS with_errors,
      CASE
        WHEN f.first_received_at >= p_deadline THEN 'LATE'
        WHEN f.first_received_at < p_deadline AND f.with_errors THEN 'WITH_ERRORS'
        WHEN f.first_received_at < p_deadline THEN 'ACCEPTED'
        WHEN n.state = 'REJECTED' THEN 'REJECTED'
        WHEN n.state IN ('RECEIVED', 'CHECKING', 'WAITING') THEN 'WAITING'
        WHEN NOT m.mandatory THEN 'NOT_FILED'
        WHEN p_now < p_deadline THEN 'DUE'
        ELSE 'MISSING'
      END AS state,
      m.mandatory AND f.first_received_at IS NULL AND p_now >= p_deadline AS overdue,
      c.files,
      c.tries,
      c.first_received_at,
      c.last_received_at,
      n.id AS file_id,
      n.file_name,
      n.received_at AS file_received_at,
      n.state AS file_state,
      CASE WHEN n.state IN ('REJECTED', 'WAITING') THEN n.state_reason END AS reason,
      n.rows_received,
      n.rows_loaded,
      n.rows_quarantined,
      n.rows_duplicate,
      n.rows_rejected
    FROM isps i
    CROSS JOIN (
      VALUES
        (1, 'packages', true), (2, 'subscribers', true), (3, 'pops', true), (4, 'revenue', true),
        (5, 'bandwidth', false), (6, 'incidents', false), (7, 'complaints', false)
    ) m (position, feed, mandatory)
    LEFT JOIN filing_feeds f ON f.isp_id = i.id AND f.period = p_period AND f.feed = m.feed
    CROSS JOIN LATERAL (
      SELECT
        count(*) FILTER (WHERE s.inbox = 'FILING') AS files,
        count(*) FILTER (WHERE s.inbox = 'TRY') AS tries,
        min(s.received_at) FILTER (WHERE s.inbox = 'FILING') AS first_received_at,
        max(s.received_at) FILTER (WHERE s.inbox = 'FILING') AS last_received_at
      FROM submission_files s
      WHERE s.isp_id = i.id AND s.period = p_period AND s.feed = m.feed
    ) c
    LEFT JOIN LATERAL (
      SELECT
        s.id,
        s.file_name,
        s.received_at,
        s.state,
        s.state_reason,
        s.rows_received,
        s.rows_loaded,
        s.rows_quarantined,
        s.rows_duplicate,
        s.rows_rejected
      FROM submission_files s
      WHERE s.isp_id = i.id AND s.period = p_period AND s.feed = m.feed AND s.inbox = 'FILING' AND s.state <> 'DUPLICATE'
      ORDER BY s.received_at DESC, s.id DESC
      LIMIT 1
    ) n ON true
    WHERE i.deleted_at IS NULL
      AND i.license_status = 'ACTIVE'
      AND (i.issue_date IS NULL OR i.issue_date < p_period + interval '1 month')
      AND (i.expiry_date IS NULL OR i.expiry_date >= p_period)
  ) a;
$$;
COMMENT ON FUNCTION fxbb_arrivals(date, timestamptz, timestamptz) IS 'Feeds of a month (its first day) of each ISP with a licence in force, mandatory ones first. p_deadline: the first instant that is too late; p_now: the clock. state: ACCEPTED, WITH_ERRORS or LATE where a version is in force, by first reception; else REJECTED or WAITING by the newest file; else DUE before the deadline, MISSING from it on, NOT_FILED of optional feeds. overdue: mandatory, past the deadline, none in force. days_late: begun days after the deadline, of what is overdue so far.';

-- When each agent was last heard.
CREATE OR REPLACE FUNCTION fxbb_agents_heard(p_now timestamptz, p_window_minutes integer)
RETURNS TABLE (
  agent_id bigint,
  agent_uuid uuid,
  agent_type text,
  name text,
  isp_id bigint,
  isp text,
  last_seen_at timestamptz,
  windows_missed bigint,
  windows_listened bigint
)
LANGUAGE sql
STABLE
AS $$
  SELECT
    g.id,
    g.agent_uuid,
    g.agent_type,
    g.name,
    g.isp_id,
    i.code,
    g.last_seen_at,
    greatest(0, floor(extract(epoch FROM p_now - coalesce(g.last_seen_at, g.valid_from::timestamp AT TIME ZONE 'Asia/Dhaka')) / 60 / p_window_minutes))::bigint,
    (SELECT floor(extract(epoch FROM p_now - max(u.alive_from)) / 60 / p_window_minutes)::bigint FROM intake_uptime u WHERE u.alive_from <= p_now)
  FROM software_agents g
  JOIN isps i ON i.id = g.isp_id
  WHERE g.deleted_at IS NULL AND i.deleted_at IS NULL
    AND g.status = 'ACTIVE'
    AND g.valid_from <= (p_now AT TIME ZONE 'Asia/Dhaka')::date;
$$;
COMMENT ON FUNCTION fxbb_agents_heard(timestamptz, integer) IS 'Active agents at an instant. windows_missed: whole reporting windows since the end of the last one received, or since the agent''s first day where it was never heard. windows_listened: whole windows since intake runs without a break; null = no record of that.';

-- Down-time of intake by day.
CREATE OR REPLACE VIEW intake_down_days AS
SELECT
  d.day::date AS day,
  sum(extract(epoch FROM least(g.down_to, (d.day + interval '1 day') AT TIME ZONE 'Asia/Dhaka') - greatest(g.down_from, d.day AT TIME ZONE 'Asia/Dhaka')))::numeric / 60 AS minutes
FROM (
  SELECT
    max(u.alive_to) OVER (ORDER BY u.alive_from) AS down_from,
    lead(u.alive_from) OVER (ORDER BY u.alive_from) AS down_to
  FROM intake_uptime u
) g
CROSS JOIN LATERAL generate_series((g.down_from AT TIME ZONE 'Asia/Dhaka')::date::timestamp, (g.down_to AT TIME ZONE 'Asia/Dhaka')::date::timestamp, interval '1 day') AS d (day)
WHERE g.down_to > g.down_from
GROUP BY d.day;
COMMENT ON VIEW intake_down_days IS 'Days (Asia/Dhaka) on which intake was down between two stretches of intake_uptime. Before the first stretch and after the newest nothing counts: an engine that is not in use is not down.';
COMMENT ON COLUMN intake_down_days.minutes IS 'Minutes down on that day, all gaps together';
