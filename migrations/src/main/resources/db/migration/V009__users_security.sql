-- Step 9, users and security: who may use the engine, with what, and what they changed.

-- Users, roles, keys and secrets.

-- The audit log and its seals.
