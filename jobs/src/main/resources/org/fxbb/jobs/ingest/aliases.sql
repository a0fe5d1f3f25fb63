SELECT location_code AS code, alias AS text FROM geo_aliases
