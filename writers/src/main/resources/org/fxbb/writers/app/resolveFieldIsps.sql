-- By code, licence number or name; a name that several ISPs have is nobody's.
UPDATE staged_field_reports s
SET isp_id = n.isp_id
FROM (
  SELECT d.isp, min(i.id) AS isp_id
  FROM (SELECT DISTINCT isp FROM staged_field_reports WHERE isp IS NOT NULL) d
  JOIN isps i
    ON i.deleted_at IS NULL
    AND (lower(i.code) = lower(d.isp) OR i.btrc_license_no = d.isp OR lower(i.name_en) = lower(d.isp) OR i.name_bn = d.isp OR lower(i.trade_name) = lower(d.isp))
  GROUP BY d.isp
  HAVING count(*) = 1
) n
WHERE s.isp = n.isp
