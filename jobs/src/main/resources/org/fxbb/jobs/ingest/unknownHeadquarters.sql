SELECT s.row_number, 'headquarters_bbs_code' AS column_name, s.headquarters_bbs_code AS found, 'a BBS code of 2, 4 or 6 digits' AS expected
FROM staged_registry_isps s
WHERE s.headquarters_bbs_code IS NOT NULL
  AND NOT EXISTS (SELECT FROM geo_locations g WHERE g.location_code = s.headquarters_bbs_code)
  AND NOT EXISTS (SELECT FROM geo_legacy_codes g WHERE g.legacy_code = s.headquarters_bbs_code)
ORDER BY s.row_number
