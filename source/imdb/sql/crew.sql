-- The lists of directors and writers, one row a person. title.crew does not say
-- the job: who is a writer there only as creator or as author of the source, by
-- title.principals, is no writer here.
CREATE TABLE stage.crew AS
WITH entries AS (
    SELECT title_number(tconst) AS t, unnest(list_concat(
        list_transform(string_split(coalesce(directors, ''), ','), lambda id: {'id': id, 'category': 'director'}),
        list_transform(string_split(coalesce(writers, ''), ','), lambda id: {'id': id, 'category': 'writer'}))) AS entry
    FROM {{published "title.crew"}}
), listed AS (
    SELECT t, entry.id AS id, entry.category AS category, NULL::VARCHAR AS job FROM entries WHERE entry.id <> ''
), numbered AS (
    SELECT t, person_number(id) AS p, ({{role}})::UTINYINT AS role, category FROM listed
    WHERE t IS NOT NULL AND person_number(id) IS NOT NULL
)
SELECT t, p, role FROM numbered
ANTI JOIN (
    SELECT t, p, category FROM stage.principal
    WHERE category = 'writer'
    GROUP BY t, p, category
    HAVING count(*) FILTER ({{roles}}[role] = 'writer') = 0
) otherwise USING (t, p, category);
