-- In the order in which they happened: the number of an event is taken when its row is made.
SELECT fxbb_audit_event(e.event, e.subject, e.detail::jsonb)
FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS e (event, subject, detail, position)
ORDER BY e.position
