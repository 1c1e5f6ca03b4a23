-- The lists of directors and writers, one row a person, as far as principals do
-- not have them. title.crew does not say the job: who is a writer there only as
-- creator or as author of the source, by title.principals, is no writer here.
CREATE TABLE stage.crew AS
WITH entries AS (
    SELECT title_number(tconst) AS t, unnest(list_concat(
        list_transform(string_split(coalesce(directors, ''), ','), lambda id: {'id': id, 'category': 'director'}),
        list_transform(string_split(coalesce(writers, ''), ','), lambda id: {'id': id, 'category': 'writer'}))) AS entry
    FROM {{published "title.crew"}}
), numbered AS (
    SELECT DISTINCT t, person_number(entry.id) AS p, entry.category AS category FROM entries WHERE entry.id <> '' AND t IS NOT NULL
)
SELECT t, p, list_position({{roles}}, category)::UTINYINT AS role FROM numbered
ANTI JOIN (SELECT t, p, category FROM stage.principal WHERE category IN ('director', 'writer')) AS principal USING (t, p, category)
WHERE p IS NOT NULL;
