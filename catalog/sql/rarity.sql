, own AS (
    FROM standing WHERE number = ?
)
SELECT own.role::VARCHAR, any_value(own.certain)::BIGINT, any_value(own.possible)::BIGINT, any_value(own.of)::BIGINT,
    any_value(own.held)::BIGINT, any_value(own.leaves)::BIGINT,
    count(*) FILTER (s.number = own.number OR s.certain * own.of >= own.possible * s.of)::BIGINT,
    count(*) FILTER (s.number = own.number OR s.possible * own.of >= own.certain * s.of)::BIGINT,
    count(*)::BIGINT, count(*) FILTER (s.held > 0)::BIGINT
FROM standing s JOIN own USING (role)
GROUP BY own.role
ORDER BY own.role
