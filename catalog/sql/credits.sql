-- The credits on some titles.
SELECT title_id, person_id, role, job, characters, billing, scope::VARCHAR, citations
FROM credit
WHERE title_id IN (SELECT unnest(?::VARCHAR[]))
ORDER BY title_id, role, billing = 0, billing, person_id;
