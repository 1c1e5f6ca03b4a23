-- Sources overlap: what one has brought already stays as it said, and what is
-- about titles or people that none has brought is left aside. rowid is the order
-- of reading.

DELETE FROM title WHERE id IN (SELECT id FROM title GROUP BY id HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM title GROUP BY id);
DELETE FROM title_link WHERE title_id IN (SELECT title_id FROM title_link GROUP BY title_id HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM title_link GROUP BY title_id);
DELETE FROM person WHERE id IN (SELECT id FROM person GROUP BY id HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM person GROUP BY id);

DELETE FROM statement WHERE person_id NOT IN (SELECT id FROM person);
DELETE FROM identifier
WHERE owner_id NOT IN (SELECT id FROM person) AND owner_id NOT IN (SELECT id FROM title);

DELETE FROM credit_as_given
WHERE title_id NOT IN (SELECT id FROM title) OR person_id NOT IN (SELECT id FROM person);

UPDATE title SET
    networks = list_sort(list_distinct(title.networks || coalesce(given.networks, []))),
    countries = list_sort(list_distinct(title.countries || coalesce(given.countries, [])))
FROM (
    SELECT title_id, list(name) FILTER (what = 'network') AS networks, list(name) FILTER (what = 'country') AS countries
    FROM detail_as_given GROUP BY title_id
) AS given
WHERE given.title_id = title.id;
