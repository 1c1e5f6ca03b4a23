-- How much there is of everything.
SELECT
    (SELECT count(*) FROM title WHERE kind = 'film'),
    (SELECT count(*) FROM title WHERE kind = 'series'),
    (SELECT count(*) FROM title WHERE kind = 'season'),
    (SELECT count(*) FROM title WHERE kind = 'episode'),
    (SELECT count(*) FROM person),
    (SELECT count(*) FROM credit),
    (SELECT count(*) FROM statement),
    (SELECT count(*) FROM page),
    (SELECT count(DISTINCT list) FROM listed);
