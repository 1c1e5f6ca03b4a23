-- One row a line; role is NULL where roles.csv has none. actress tells the two
-- forms of a cast credit apart, which are the weakest of statements.
CREATE TABLE stage.principal AS
SELECT title_number(tconst) AS t, person_number(nconst) AS p, ordering, ({{role}})::UTINYINT AS role,
    CASE category WHEN 'actress' THEN true WHEN 'actor' THEN false END AS actress,
    CASE WHEN category = 'self' THEN 'self' WHEN job IS NULL OR job = category THEN '' ELSE job END AS job,
    characters, category
FROM {{published "title.principals" "ordering" "USMALLINT"}}
WHERE title_number(tconst) IS NOT NULL AND person_number(nconst) IS NOT NULL;

INSERT INTO stage.left_aside
SELECT 'category or job', category || CASE WHEN job <> '' THEN ': ' || job ELSE '' END, count(*)
FROM stage.principal WHERE role IS NULL GROUP BY category, job;
