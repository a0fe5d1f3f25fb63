-- What each PoP of day_pops may carry towards a type of upstream: the smaller of its port speeds and what the ISP filed as provisioned, by the
-- newest filing of the month or before (spec 5.2, UTILISATION).
INSERT INTO upstream_capacity (pop_id, upstream_type_id, interfaces, bps)
SELECT pop_id, upstream_type_id, interfaces, least(ports, provisioned) * 1000000
FROM (
  SELECT
    p.id AS pop_id,
    n.upstream_type_id,
    count(*) AS interfaces,
    CASE WHEN count(*) = count(n.if_speed_mbps) THEN sum(n.if_speed_mbps) END AS ports,
    nullif(min(CASE u.code WHEN 'INTERNET' THEN f.international WHEN 'IX' THEN f.ix WHEN 'CACHE' THEN f.cache END), 0) AS provisioned
  FROM day_pops d
  JOIN pops p ON p.id = d.pop_id
  JOIN snmp_targets n ON n.pop_id = p.id AND n.deleted_at IS NULL
  JOIN upstream_types u ON u.id = n.upstream_type_id AND u.is_upstream
  LEFT JOIN LATERAL (
    SELECT sum(b.international_mbps) AS international, sum(b.ix_mbps) AS ix, sum(b.cache_mbps) AS cache
    FROM bandwidth_snapshots b
    WHERE b.isp_id = p.isp_id
      AND b.upstream_type = ''
      AND b.pop_code = p.code
      AND b.status = 'ACTIVE'
      AND b.snapshot_month = (
        SELECT max(l.snapshot_month) FROM bandwidth_snapshots l WHERE l.isp_id = p.isp_id AND l.upstream_type = '' AND l.snapshot_month <= :month
      )
  ) f ON true
  WHERE p.deleted_at IS NULL AND (n.origin = 'SEEN' OR n.seen_at IS NOT NULL)
  GROUP BY p.id, n.upstream_type_id
) c
WHERE least(ports, provisioned) > 0
