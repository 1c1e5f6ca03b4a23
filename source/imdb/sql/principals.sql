-- One row a line.
CREATE TABLE stage.principal AS
SELECT title_number(tconst) AS t, person_number(nconst) AS p, ordering, category, coalesce(job, '') AS job, characters
FROM {{published "title.principals" "ordering" "USMALLINT"}}
WHERE title_number(tconst) IS NOT NULL AND person_number(nconst) IS NOT NULL;

-- What each category and job is; NULL where roles.csv has no role. There are few
-- of them beside the lines, so that the patterns are matched seldom.
CREATE TABLE stage.job AS
SELECT category, job, times, ({{role}})::UTINYINT AS role, {{roles}}[role] AS word,
    CASE WHEN category = 'self' THEN 'self' WHEN job = category THEN '' ELSE job END AS credited
FROM (SELECT category, job, count(*) AS times FROM stage.principal GROUP BY category, job);

INSERT INTO stage.left_aside
SELECT 'category or job', category || CASE WHEN job <> '' THEN ': ' || job ELSE '' END, times
FROM stage.job WHERE role IS NULL;

CREATE VIEW stage.listed AS
SELECT l.t, l.p, j.role, j.word, j.credited, l.characters, l.ordering, l.category
FROM stage.principal l JOIN stage.job j USING (category, job)
WHERE j.role IS NOT NULL;

-- Who is listed more than once under one role of a title: few, so that all others
-- need no merging.
CREATE TABLE stage.repeated AS
SELECT t, p, role FROM stage.listed GROUP BY t, p, role HAVING count(*) > 1;
