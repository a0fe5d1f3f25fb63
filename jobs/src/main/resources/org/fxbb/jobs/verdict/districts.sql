SELECT d.bbs_code AS district, v.bbs_code AS division
FROM geo_districts d
JOIN geo_divisions v ON v.id = d.division_id
