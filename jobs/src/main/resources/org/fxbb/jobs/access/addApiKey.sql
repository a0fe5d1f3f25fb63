INSERT INTO api_keys (name, user_id, isp_id, agent_id, prefix, key_hash, scopes, valid_from, expires_at)
VALUES (:name, :userId, :ispId, :agentId, :prefix, :hash, string_to_array(:scopes, ','), :now, :expiresAt)
