INSERT INTO users (login, name, email, password_hash, isp_id, password_changed_at)
VALUES (:login, :name, :email, :hash, :ispId, :now)
ON CONFLICT (login) WHERE deleted_at IS NULL DO NOTHING
