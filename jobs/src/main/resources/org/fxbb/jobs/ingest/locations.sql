SELECT location_code, level, name_en, name_bn, division_code, district_code FROM geo_locations
