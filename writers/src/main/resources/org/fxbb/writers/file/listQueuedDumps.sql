-- Turn n holds the nth file of every agent; the large ones form a round of their own.
SELECT id
FROM submission_files
WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING')
  AND inbox = 'AGENT'
  AND (hashtext(sender) & 2147483647) % :workers = :worker
ORDER BY
  bytes >= :large,
  row_number() OVER (PARTITION BY sender, bytes >= :large ORDER BY received_at, file_name, id),
  sender
