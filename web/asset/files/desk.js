// Says how many claims a filter leaves, prints, and says what the bookmark is for where
// it is pressed instead of dragged. The filters themselves are the style sheet's.
(() => {
  'use strict';
  document.querySelector('[data-print]')?.addEventListener('click', () => print());

  for (const link of document.querySelectorAll('.bookmarklet')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      alert('Drag this to the bookmarks of your browser. Then press it on another page, with words selected there.');
    });
  }

  const filters = document.querySelector('.filters');
  const shown = document.querySelector('.shown');
  if (!filters || !shown) return;
  filters.addEventListener('change', () => {
    const claims = [...document.querySelectorAll('.claims > li')];
    const left = claims.filter((claim) => getComputedStyle(claim).display !== 'none').length;
    shown.textContent = left ? `${left} of ${claims.length} shown` : 'No claim is both: choose another';
  });
})();
