-- The status of each slot (spec 5.3.2 to 4): tests first, then the other witness, and a window that excludes before all else.
WITH decided AS (
  SELECT
    d.pop_id,
    d.isp_id,
    d.slot_start,
    d.quality,
    CASE
      WHEN d.submitted AND NOT d.candidate AND d.quality IS NULL THEN 'NOT_MEASURED'
      WHEN d.submitted AND NOT d.candidate AND d.quality < :slot_band_poor THEN 'POOR'
      WHEN d.submitted AND NOT d.candidate AND d.quality < :slot_band_degraded THEN 'DEGRADED'
      WHEN d.submitted AND NOT d.candidate THEN 'AVAILABLE'
      WHEN :missing_slot = 'OUTAGE' THEN 'OUTAGE'
      WHEN w.alive THEN 'NOT_MEASURED'
      WHEN w.interface_down OR w.restarted OR w.sessions_lost THEN 'OUTAGE'
      WHEN d.candidate THEN 'OUTAGE'
      WHEN d.faulty THEN 'NOT_MEASURED'
      ELSE 'UNKNOWN'
    END AS status,
    CASE
      WHEN d.submitted AND NOT d.candidate THEN CASE WHEN d.quality IS NULL THEN 'FEW_TESTS' ELSE '' END
      WHEN :missing_slot = 'OUTAGE' THEN 'SINGLE_WITNESS'
      WHEN w.alive THEN CASE WHEN d.candidate OR d.faulty THEN 'AGENT_FAULT' ELSE 'AGENT_SILENT' END
      WHEN w.interface_down THEN 'INTERFACE_DOWN'
      WHEN w.restarted THEN 'DEVICE_RESTARTED'
      WHEN w.sessions_lost THEN 'SESSIONS_LOST'
      WHEN d.candidate THEN 'SINGLE_WITNESS'
      WHEN d.faulty THEN 'AGENT_FAULT'
      ELSE ''
    END AS reason
  FROM slot_drafts d
  LEFT JOIN slot_witness w ON w.pop_id = d.pop_id AND w.slot_start = d.slot_start
)
INSERT INTO availability_slots (pop_id, isp_id, slot_start, status, slot_value, quality, reason, excluded_status)
SELECT
  d.pop_id,
  d.isp_id,
  d.slot_start,
  CASE WHEN x.kind IS NULL THEN d.status ELSE 'EXCLUDED' END,
  CASE
    WHEN x.kind IS NOT NULL THEN NULL
    WHEN d.status = 'AVAILABLE' THEN 1
    WHEN d.status = 'DEGRADED' THEN :slot_value_degraded
    WHEN d.status = 'POOR' THEN :slot_value_poor
    WHEN d.status = 'OUTAGE' THEN 0
  END,
  CASE WHEN d.status IN ('AVAILABLE', 'DEGRADED', 'POOR') THEN d.quality END,
  coalesce(x.kind, d.reason),
  CASE WHEN x.kind IS NOT NULL THEN d.status END
FROM decided d
LEFT JOIN excluded_slots x ON x.pop_id = d.pop_id AND x.slot_start = d.slot_start
