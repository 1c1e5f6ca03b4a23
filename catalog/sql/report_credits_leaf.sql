-- Leaf titles by part, role and the genders on a title.
SELECT /*key*/ AS key, given, role::VARCHAR,
    ((women > 0)::UTINYINT + 2 * (men > 0)::UTINYINT + 4 * (nonbinary > 0)::UTINYINT + 8 * (unknown > 0)::UTINYINT)::UTINYINT AS genders,
    count(*)::BIGINT, sum(women)::BIGINT, sum(men)::BIGINT, sum(nonbinary)::BIGINT, sum(unknown)::BIGINT
FROM on_title JOIN leaf USING (title)
GROUP BY ALL
ORDER BY ALL;
