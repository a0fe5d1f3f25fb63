CREATE TEMPORARY TABLE geocodes (level text, bbs_code text, parent_bbs_code text, name_en text, name_bn text, latitude numeric, longitude numeric) ON COMMIT DROP;
CREATE TEMPORARY TABLE geocode_aliases (bbs_code text, alias text, source text) ON COMMIT DROP;
CREATE TEMPORARY TABLE geocode_legacy (legacy_code text, current_code text, level text, name_en text, note text) ON COMMIT DROP;
CREATE TEMPORARY TABLE geocode_uncoded (district_code text, name_en text, name_bn text, note text, n integer GENERATED ALWAYS AS IDENTITY) ON COMMIT DROP;
