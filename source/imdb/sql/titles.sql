CREATE TABLE stage.rating AS
SELECT title_number(tconst) AS t, numVotes AS votes
FROM {{published "title.ratings" "numVotes" "INTEGER"}}
WHERE title_number(tconst) IS NOT NULL;

CREATE TABLE stage.title AS
SELECT title_number(tconst) AS t, tconst, titleType AS form, {{kind}} AS kind, coalesce(primaryTitle, originalTitle, tconst) AS name,
    CASE WHEN originalTitle <> primaryTitle THEN originalTitle ELSE '' END AS original_name,
    isAdult = '1' AS adult, coalesce(startYear, 0) AS year, coalesce(string_split(genres, ','), []) AS genres
FROM {{published "title.basics" "startYear" "SMALLINT"}};

INSERT INTO stage.left_aside
SELECT 'type of title', form, count(*) FROM stage.title WHERE kind IS NULL GROUP BY form
UNION ALL
SELECT 'adult title', form, count(*) FROM stage.title WHERE adult AND kind IS NOT NULL AND NOT {{adult}} GROUP BY form
UNION ALL
SELECT 'identifier of title.basics', tconst, count(*) FROM stage.title WHERE t IS NULL GROUP BY tconst;

DELETE FROM stage.title WHERE kind IS NULL OR t IS NULL OR adult AND NOT {{adult}};
DELETE FROM stage.title WHERE t IN (SELECT t FROM stage.title GROUP BY t HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM stage.title GROUP BY t);

-- Episodes whose series is held. A season that is not said, or is none, is -1; an
-- episode's number that is not said is 0.
CREATE TABLE stage.episode AS
WITH given AS (
    SELECT title_number(tconst) AS t, title_number(parentTconst) AS series, coalesce(seasonNumber, -1) AS season, coalesce(episodeNumber, 0) AS episode
    FROM {{published "title.episode" "seasonNumber" "INTEGER" "episodeNumber" "INTEGER"}}
)
SELECT g.t, g.series, CASE WHEN g.season BETWEEN 0 AND 10000 THEN g.season ELSE -1 END AS season, greatest(g.episode, 0) AS episode
FROM given g
SEMI JOIN (SELECT t FROM stage.title WHERE kind = 'episode') e ON e.t = g.t
SEMI JOIN (SELECT t FROM stage.title WHERE kind = 'series') s ON s.t = g.series;
DELETE FROM stage.episode WHERE t IN (SELECT t FROM stage.episode GROUP BY t HAVING count(*) > 1)
    AND rowid NOT IN (SELECT min(rowid) FROM stage.episode GROUP BY t);

INSERT INTO stage.left_aside
SELECT 'episode of no series held', form, count(*) FROM stage.title ANTI JOIN stage.episode USING (t)
WHERE kind = 'episode' GROUP BY form;

DELETE FROM stage.title WHERE kind = 'episode' AND t NOT IN (SELECT t FROM stage.episode);
