-- The shares of leaf titles in a role, summed in parts of a thousand million, so that the sum is the
-- same in whatever order they are added: of all who are credited, as far as is certain and as far
-- as is possible, and of those known on the titles on which somebody is.
SELECT key, given, role, count(*)::BIGINT,
    sum((asked * 1000000000 + total // 2) // total)::BIGINT,
    sum(((asked + unknown) * 1000000000 + total // 2) // total)::BIGINT,
    count(*) FILTER (total > unknown)::BIGINT,
    coalesce(sum((asked * 1000000000 + (total - unknown) // 2) // (total - unknown)) FILTER (total > unknown), 0)::BIGINT
FROM (
    SELECT /*key*/ AS key, given, role::VARCHAR AS role, /*asked*/ AS asked, unknown, women + men + nonbinary + unknown AS total
    FROM on_title JOIN leaf USING (title)
)
GROUP BY ALL
ORDER BY ALL;
