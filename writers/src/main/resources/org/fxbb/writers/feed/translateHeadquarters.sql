UPDATE staged_registry_isps s
SET headquarters_bbs_code = g.current_code
FROM geo_legacy_codes g
WHERE g.legacy_code = s.headquarters_bbs_code
