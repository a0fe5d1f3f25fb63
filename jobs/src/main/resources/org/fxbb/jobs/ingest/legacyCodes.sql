SELECT legacy_code AS code, current_code AS text FROM geo_legacy_codes
