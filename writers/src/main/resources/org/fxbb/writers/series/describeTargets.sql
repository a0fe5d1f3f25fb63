UPDATE snmp_targets t
SET upstream_operator = s.upstream_operator,
  target_ip = s.target_ip,
  if_index = s.if_index,
  if_name = s.if_name,
  if_speed_mbps = s.if_speed_mbps,
  seen_at = s.seen_at,
  updated_at = :now
FROM staged_target_states s
WHERE t.id = s.snmp_target_id AND (t.seen_at IS NULL OR t.seen_at < s.seen_at)
