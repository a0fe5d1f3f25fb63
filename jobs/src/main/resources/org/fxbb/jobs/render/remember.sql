-- The newest rendering of a file replaces what was known of the one before.
INSERT INTO generated_reports (id, report_code, period, isp_id, file_path, media_type, bytes, sha256, policy_set, provisional, audit_seal_no, audit_seal_sha256, rendered_at)
VALUES (:id, :report, :period, (SELECT id FROM isps WHERE code = :isp AND deleted_at IS NULL), :path, :mediaType, :bytes, :sha256, :policySet, true, :sealNo, :sealSha256, :now)
ON CONFLICT (id) DO UPDATE
SET
  file_path = excluded.file_path,
  bytes = excluded.bytes,
  sha256 = excluded.sha256,
  policy_set = excluded.policy_set,
  provisional = excluded.provisional,
  audit_seal_no = excluded.audit_seal_no,
  audit_seal_sha256 = excluded.audit_seal_sha256,
  rendered_at = excluded.rendered_at,
  updated_at = now()
