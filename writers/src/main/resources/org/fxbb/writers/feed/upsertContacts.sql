INSERT INTO isp_contacts (isp_id, kind, email, phone, website)
SELECT i.id, 'REGISTERED', s.email, s.phone, s.website
FROM staged_registry_isps s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
WHERE num_nonnulls(s.email, s.phone, s.website) > 0
ORDER BY s.row_number
ON CONFLICT (isp_id, kind) WHERE deleted_at IS NULL DO UPDATE
SET email = coalesce(excluded.email, isp_contacts.email),
  phone = coalesce(excluded.phone, isp_contacts.phone),
  website = coalesce(excluded.website, isp_contacts.website),
  updated_at = :now
