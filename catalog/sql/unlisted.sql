-- The rows of lists that are no title, or may be several, with what may be meant.
SELECT l.file, l.line, l.text, count(f.title),
    coalesce(string_agg(format('{} ({})', t.id, t.name), ', ' ORDER BY t.number), '')
FROM listed_as_given l LEFT JOIN listed_found f USING (number) LEFT JOIN title t ON t.number = f.title
GROUP BY l.number, l.file, l.line, l.text HAVING count(f.title) <> 1
ORDER BY l.file, l.line
