-- Films and seasons chosen of which all measures come to the same: how many there
-- are, and each measure as one number. Those of which nothing is held are left out.
SELECT count(*)::BIGINT AS alike, * EXCLUDE (work)
FROM (
    SELECT work,
        /*columns*/
    FROM (
        /*measured*/
    )
    GROUP BY work
)
GROUP BY ALL
