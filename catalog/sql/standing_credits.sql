LEFT JOIN (
    SELECT work, sum(titles) AS titles, /*counts*/ FROM work_credit WHERE role = '/*role*/' GROUP BY work
) h ON h.work = w.number
