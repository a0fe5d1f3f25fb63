-- Functions of schema public.
SELECT
  p.proname || '(' || pg_get_function_arguments(p.oid) || ')' AS signature,
  pg_get_function_result(p.oid) AS result,
  coalesce(obj_description(p.oid, 'pg_proc'), '') AS comment
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace
ORDER BY 1
