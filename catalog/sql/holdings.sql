-- How much there is of everything, in one row.
CREATE TABLE holdings AS
SELECT
    count(*) FILTER (kind = 'film') AS films,
    count(*) FILTER (kind = 'series') AS series,
    count(*) FILTER (kind = 'season') AS seasons,
    count(*) FILTER (kind = 'episode') AS episodes,
    (SELECT count(*) FROM person) AS people,
    (SELECT count(*) FROM credit) AS credits,
    (SELECT count(*) FROM statement) AS statements,
    (SELECT count(*) FROM page) AS citations,
    (SELECT count(DISTINCT list) FROM listed) AS lists
FROM title;
