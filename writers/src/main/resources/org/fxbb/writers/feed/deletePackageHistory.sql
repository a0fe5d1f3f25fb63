-- What a month changed depends on it and on the month filed before it: this month and the next one filed are told anew.
DELETE FROM package_history
WHERE isp_id = :isp_id
  AND (
    valid_from = :period
    OR valid_from = (
      SELECT min(snapshot_month)
      FROM package_snapshots
      WHERE isp_id = :isp_id AND snapshot_month > :period)
  )
