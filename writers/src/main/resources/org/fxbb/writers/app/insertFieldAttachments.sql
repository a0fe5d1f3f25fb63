INSERT INTO field_report_attachments (field_report_id, isp_id, file_name, media_type, bytes, sha256)
SELECT DISTINCT ON (e.attachment ->> 'sha256') :id, s.isp_id, e.attachment ->> 'fileName', e.attachment ->> 'mediaType', (e.attachment ->> 'bytes')::bigint, e.attachment ->> 'sha256'
FROM staged_field_reports s
CROSS JOIN LATERAL jsonb_array_elements(s.attachments) e (attachment)
WHERE s.line_number = :line_number
