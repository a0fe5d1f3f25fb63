-- A package that only a replaced revision named was never filed.
DELETE FROM packages p
WHERE p.isp_id = :isp_id
  AND NOT EXISTS (SELECT FROM package_snapshots s WHERE s.isp_id = p.isp_id AND s.package_id = p.id)
  AND NOT EXISTS (SELECT FROM subscriber_snapshots s WHERE s.isp_id = p.isp_id AND s.package_id = p.id)
  AND NOT EXISTS (SELECT FROM revenue_details s WHERE s.isp_id = p.isp_id AND s.package_id = p.id)
