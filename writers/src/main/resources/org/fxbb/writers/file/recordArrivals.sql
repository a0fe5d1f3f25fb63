-- Inserts arrivals in their order, but finds those that are recorded and were only not removed from their inbox.
WITH arrivals AS MATERIALIZED (
  SELECT a.*
  FROM unnest(
    :senders::text[], :inboxes::text[], :originators::text[], :feeds::text[], :periods::date[], :revisions::integer[],
    :file_names::text[], :sha256s::text[], :bytes::bigint[], :received_ats::timestamptz[], :archive_paths::text[]
  ) WITH ORDINALITY AS a (sender, inbox, originator, feed, period, revision, file_name, sha256, bytes, received_at, archive_path, place)
),
unremoved AS MATERIALIZED (
  SELECT id, sender, inbox, file_name, sha256 FROM submission_files WHERE :some_left AND in_inbox
),
found AS MATERIALIZED (
  SELECT a.place, min(f.id) AS id
  FROM arrivals a
  JOIN unremoved f ON f.sender = a.sender AND f.inbox = a.inbox AND f.file_name = a.file_name AND f.sha256 = a.sha256
  GROUP BY a.place
),
fresh AS MATERIALIZED (
  SELECT a.*, row_number() OVER (ORDER BY a.place) AS turn
  FROM arrivals a
  WHERE NOT EXISTS (SELECT 1 FROM found f WHERE f.place = a.place)
),
inserted AS (
  INSERT INTO submission_files (sender, inbox, originator, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path, in_inbox)
  SELECT sender, inbox, originator, feed, period, revision, file_name, sha256, bytes, received_at, 'RECEIVED', :now, archive_path, true
  FROM fresh
  ORDER BY turn
  RETURNING id
)
SELECT id
FROM (
  SELECT place, id FROM found
  UNION ALL
  SELECT n.place, i.id
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS turn FROM inserted) i
  JOIN fresh n ON n.turn = i.turn
) recorded
ORDER BY place
