DELETE FROM rollup_interfaces_hourly r
USING (SELECT DISTINCT pop_id FROM taken_marks) p
JOIN snmp_targets n ON n.pop_id = p.pop_id
WHERE r.pop_id = p.pop_id
  AND r.snmp_target_id = n.id
  AND r.hour >= :from
  AND r.hour < :to
  AND EXISTS (SELECT FROM taken_marks m WHERE m.pop_id = r.pop_id AND m.hour = r.hour)
