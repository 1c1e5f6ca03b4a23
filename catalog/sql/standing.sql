SELECT w.number, '/*role*/' AS role, w.leaves::BIGINT AS leaves, coalesce(/*held*/.titles, 0)::BIGINT AS held,
    coalesce(/*certain*/, 0)::BIGINT AS certain,
    (coalesce(/*possible*/, 0) + w.leaves - coalesce(/*held*/.titles, 0))::BIGINT AS possible,
    (/*of*/)::BIGINT AS of,
    coalesce(/*people*/, 0)::BIGINT AS people, coalesce(p.unknown, 0)::BIGINT AS unstated
FROM (FROM chosen WHERE leaves > 0) w
LEFT JOIN (FROM work_person WHERE role = '/*role*/') p ON p.work = w.number
