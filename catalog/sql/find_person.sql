-- People of a name.
SELECT d.* FROM person_detail d
WHERE d.id IN (SELECT person_id FROM person_name WHERE folded = fold(?) AND folded <> '')
ORDER BY d.id;
