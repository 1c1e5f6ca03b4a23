, ranked AS (
    FROM standing WHERE people >= greatest(1, ?)
)
SELECT number, certain::BIGINT, possible::BIGINT, of::BIGINT, held::BIGINT, leaves::BIGINT,
    count(*) OVER () AS ranked,
    count(*) FILTER (certain = of) OVER () AS all_certain,
    count(*) FILTER (possible = of) OVER () AS all_possible
FROM ranked
ORDER BY certain / of DESC, of DESC, possible DESC, number
LIMIT ?
