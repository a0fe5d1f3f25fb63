INSERT INTO sftp_credentials (account, isp_id, agent_id, kind, public_key, fingerprint, password_hash, valid_from, valid_to)
VALUES (:account, :ispId, :agentId, :way, :publicKey, :fingerprint, :hash, :now, :validTo)
ON CONFLICT (account, fingerprint) WHERE revoked_at IS NULL DO NOTHING
RETURNING id
