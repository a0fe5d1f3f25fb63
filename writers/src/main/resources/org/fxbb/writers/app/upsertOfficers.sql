-- The app is the only source of officers; one whose name it does not tell is known by the code.
INSERT INTO field_officers (code, name)
SELECT DISTINCT ON (officer) officer, coalesce(officer_name, officer)
FROM staged_field_reports
WHERE outcome IS NULL
ORDER BY officer, officer_name IS NULL, time DESC
ON CONFLICT (code) WHERE deleted_at IS NULL DO UPDATE
SET name = excluded.name, updated_at = :now
WHERE excluded.name <> excluded.code AND excluded.name <> field_officers.name
