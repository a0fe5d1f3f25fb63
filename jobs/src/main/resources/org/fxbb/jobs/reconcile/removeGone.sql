-- ISPs that are no longer active have no finding in a month that is judged again.
DELETE FROM discrepancy_detections d
USING discrepancy_rules r
WHERE r.id = d.discrepancy_rule_id
  AND r.code = :rule
  AND d.period = :period
  AND d.isp_id NOT IN (SELECT isp_id FROM reconcile_findings)
