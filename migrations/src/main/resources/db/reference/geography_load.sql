INSERT INTO geo_divisions (bbs_code, name_en, name_bn, latitude, longitude)
SELECT bbs_code, name_en, normalize(name_bn, NFC), latitude, longitude
FROM geocodes WHERE level = 'division' ORDER BY bbs_code;

INSERT INTO geo_districts (division_id, bbs_code, name_en, name_bn, latitude, longitude)
SELECT v.id, g.bbs_code, g.name_en, normalize(g.name_bn, NFC), g.latitude, g.longitude
FROM geocodes g JOIN geo_divisions v ON v.bbs_code = g.parent_bbs_code
WHERE g.level = 'district' ORDER BY g.bbs_code;

INSERT INTO geo_upazilas (district_id, location_code, bbs_code, name_en, name_bn, latitude, longitude)
SELECT d.id, g.bbs_code, g.bbs_code, g.name_en, normalize(g.name_bn, NFC), g.latitude, g.longitude
FROM geocodes g JOIN geo_districts d ON d.bbs_code = g.parent_bbs_code
WHERE g.level = 'upazila' ORDER BY g.bbs_code;

INSERT INTO geo_upazilas (district_id, location_code, bbs_code, name_en, name_bn)
SELECT d.id, u.district_code || 'u' || row_number() OVER (PARTITION BY u.district_code ORDER BY u.n), NULL, u.name_en, normalize(u.name_bn, NFC)
FROM geocode_uncoded u JOIN geo_districts d ON d.bbs_code = u.district_code
ORDER BY u.n;

INSERT INTO geo_thanas (district_id, bbs_code, name_en, name_bn, latitude, longitude)
SELECT d.id, g.bbs_code, g.name_en, normalize(g.name_bn, NFC), g.latitude, g.longitude
FROM geocodes g JOIN geo_districts d ON d.bbs_code = g.parent_bbs_code
WHERE g.level = 'thana' ORDER BY g.bbs_code;

INSERT INTO geo_aliases (location_code, alias, source)
SELECT bbs_code, normalize(alias, NFC), source
FROM geocode_aliases;

INSERT INTO geo_legacy_codes (legacy_code, current_code, level, note)
SELECT legacy_code, current_code, level, note
FROM geocode_legacy;
