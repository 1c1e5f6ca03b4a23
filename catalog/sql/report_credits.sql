-- Films and seasons by part, role and the genders on a title, from what was
-- tallied when the catalog was built.
SELECT key, '' AS given, role::VARCHAR, genders, sum(titles)::BIGINT, sum(women)::BIGINT, sum(men)::BIGINT, sum(nonbinary)::BIGINT, sum(unknown)::BIGINT
FROM (FROM work_credit WHERE /*tallied*/) JOIN chosen ON number = work
GROUP BY key, role, genders
ORDER BY key, role, genders;
